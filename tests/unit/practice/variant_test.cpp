#include "bote/practice/variant.hpp"

#include <set>

#include "model/sample.hpp"
#include "practice/planted.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::variant_test {
namespace {

constexpr double kDay = 86'400;

/// inner = 13, outer = 169.
constexpr std::string_view kOwn =
    "define:\n  left: 6\n  right: 2\n  inner: left * right + 1\n  outer: inner ^ right\n  other: 5\n";

struct Varied {
    Varied(std::string_view yaml, std::string_view quantity)
        : model(model_of(std::string(yaml))), variants(model, index(quantity)) {}
    Varied(const Varied&) = delete;
    Varied& operator=(const Varied&) = delete;

    [[nodiscard]] QuantityIndex index(std::string_view name) const { return model.find(name).value(); }
    [[nodiscard]] Replacement with(std::string_view name, double value) const { return {index(name), value}; }
    [[nodiscard]] double value(const Replacement& change) const { return variants.value_with({&change, 1}); }
    [[nodiscard]] double ratio(const Replacement& change) const { return variants.ratio_with({&change, 1}); }

    Model model;
    Variants variants;
};

}  // namespace

TEST_CASE("the parent of a node is what takes it, and the last node is its own") {
    const Model model = model_of(std::string(kOwn));
    const Tree tree = model[model.find("inner").value()].formula->tree;  // left right * 1 +
    CHECK(parents_of(tree) == std::vector<std::size_t>{2, 2, 4, 4, 4});
    CHECK(parents_of({}).empty());
}

TEST_CASE("another value reaches all that rests on it, and overrules what would be computed") {
    const Varied outer(kOwn, "outer");
    CHECK(outer.variants.exact() == near(169));
    CHECK(outer.variants.value(outer.index("inner")) == near(13));
    CHECK(outer.value(outer.with("left", 1)) == near(9));      // (1 * 2 + 1) ^ 2
    CHECK(outer.value(outer.with("right", 3)) == near(6859));  // (6 * 3 + 1) ^ 3
    CHECK(outer.ratio(outer.with("inner", 26)) == near(4));
    CHECK(outer.value(outer.with("other", 1)) == near(169));
    const Replacement both[] = {outer.with("left", 1), outer.with("inner", 10)};
    CHECK(outer.variants.value_with(both) == near(100));
    CHECK(outer.variants.values_with(both)[outer.index("left")] == near(1));
    CHECK(outer.variants.exact() == near(169));
}

TEST_CASE("a ratio is none where the changed value is no positive number") {
    const Varied inner(kOwn, "inner");
    CHECK(inner.ratio(inner.with("left", 1)) == near(3 / 13.0));
    CHECK(inner.ratio(inner.with("left", -0.5)) == near(NAN));  // 0
    CHECK(inner.ratio(inner.with("left", -2)) == near(NAN));
    CHECK(inner.value(inner.with("left", -2)) == near(-3));
    CHECK(inner.ratio(inner.with("left", INFINITY)) == near(NAN));
}

TEST_CASE("another formula goes by the exact values, and its result goes on") {
    const Varied outer(kOwn, "outer");
    const Tree tree = outer.model[outer.index("inner")].formula->tree;
    Edit edit{outer.index("inner"), {tree.begin(), tree.end()}};
    edit.tree[2].op = Op::add;  // left + right + 1
    CHECK(outer.variants.value_of(edit) == near(9));
    CHECK(outer.variants.value_with({}, &edit) == near(81));
    CHECK(outer.variants.ratio_with({}, &edit) == near(81 / 169.0));
}

TEST_CASE("a quantity rests on what its formulas name down to what is given, and on nothing beyond that") {
    const Varied outer(kOwn, "outer");
    for (const auto* name : {"left", "right", "inner", "outer"}) CHECK(outer.variants.rests_on(outer.index(name)));
    CHECK_FALSE(outer.variants.rests_on(outer.index("other")));
    CHECK(outer.variants.leaves() == std::vector<QuantityIndex>{outer.index("left"), outer.index("right")});
    // A formula that is given is an input, but for whoever asks for that very quantity.
    const std::string given = "dau: 5M\nwrites: dau * 2/day\nobject_size: 1 KB\n";
    const Varied rate(given, "write_qps");
    CHECK(rate.variants.is_leaf(rate.index("writes")));
    CHECK_FALSE(rate.variants.rests_on(rate.index("dau")));
    const Varied writes(given, "writes");
    CHECK_FALSE(writes.variants.is_leaf(writes.index("writes")));
    CHECK(writes.variants.rests_on(writes.index("dau")));
    // What an object inherits is what it is inherited from.
    const Varied data(std::string(kTwoObjects) + "retention: 1 year\n", "tweet.data");
    CHECK(data.variants.rests_on(data.index("retention")));
    CHECK_FALSE(data.variants.is_leaf(data.index("tweet.retention")));
}

TEST_CASE("a mention says what takes the name, on which side, and whether a plain number stands beside it") {
    const Varied outer("define:\n  part: 30%\n  inner: 1 - part\n  outer: inner / part + part\n  same: outer\n",
                       "same");
    const auto mentions = outer.variants.mentions_of(outer.index("part"));
    REQUIRE(mentions.size() == 3);
    CHECK(mentions[0].reader == outer.index("inner"));
    CHECK(mentions[0].parent == Op::subtract);
    CHECK(mentions[0].beside_literal);
    CHECK(mentions[0].is_right);
    CHECK(mentions[1].reader == outer.index("outer"));
    CHECK(mentions[1].parent == Op::divide);
    CHECK_FALSE(mentions[1].beside_literal);
    CHECK(mentions[1].is_right);
    CHECK(mentions[2].parent == Op::add);
    CHECK(mentions[2].is_right);
    const auto left = outer.variants.mentions_of(outer.index("inner"));
    REQUIRE(left.size() == 1);
    CHECK_FALSE(left[0].is_right);
    const auto alone = outer.variants.mentions_of(outer.index("outer"));
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].parent == Op::literal);
    CHECK_FALSE(alone[0].is_right);
}

TEST_CASE("what is the only argument is on no side") {
    const Varied minus("define:\n  part: 3\n  minus: -part\n", "minus");
    const auto mentions = minus.variants.mentions_of(minus.index("part"));
    REQUIRE(mentions.size() == 1);
    CHECK(mentions[0].parent == Op::negate);
    CHECK_FALSE(mentions[0].is_right);
    CHECK_FALSE(mentions[0].beside_literal);
}

TEST_CASE("under another day a rate a day stays what it is a day, and one a second follows from it") {
    Conventions round;
    round.day = 1e5;
    const Varied rate(kLinks, "write_qps");
    CHECK(rate.variants.value_under(round, {}) == near(1000));  // 100M / 10^5 s
    const Replacement half[] = {rate.with("dau", 50e6)};
    CHECK(rate.variants.value_under(round, half) == near(500));
    const Replacement twice[] = {rate.with("writes", 200e6 / kDay)};  // 200M a day
    CHECK(rate.variants.value_under(round, twice) == near(2000));
    CHECK(rate.variants.value_under({}, {}) == near(rate.variants.exact()));
    const Varied daily(kLinks, "new_data");
    CHECK(daily.variants.value_under(round, {}) == near(50e9 / kDay));
}

TEST_CASE("on a whiteboard each step is an easy number, with changes as without") {
    const Varied rate(kPastes, "write_qps");
    CHECK(rate.variants.value_on_whiteboard({}) == near(1250));  // 125M / 10^5 s
    const Replacement fewer[] = {rate.with("dau", 100e6)};
    CHECK(rate.variants.value_on_whiteboard(fewer) == near(1000));
}

TEST_CASE("the value of a total is that of the only object too, of several objects it is not") {
    const auto replaced = [](std::string_view yaml, std::string_view quantity) {
        const Model model = model_of(std::string(yaml));
        std::multiset<std::string> names;
        for (const Replacement& each : replacements_of(model, model.find(quantity).value(), 5)) {
            CHECK(each.value == 5);
            names.emplace(model[each.quantity].name);
        }
        return names;
    };
    const std::string one = "objects:\n  photo:\n    writes: 1M/day\n    object_size: 1 KB\ndefine:\n  own: 3\n";
    CHECK(replaced(one, "storage") == std::multiset<std::string>{"photo.storage", "storage"});
    CHECK(replaced(one, "photo.storage") == std::multiset<std::string>{"photo.storage", "storage"});
    CHECK(replaced(one, "own") == std::multiset<std::string>{"own"});
    CHECK(replaced(kTwoObjects, "storage") == std::multiset<std::string>{"storage"});
}

}  // namespace bote::test::variant_test
