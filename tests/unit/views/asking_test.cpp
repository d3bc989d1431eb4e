#include "bote/views/asking.hpp"

#include <algorithm>
#include <string>

#include "bote/views/common.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::asking_test {
namespace {

Estimate answer(const std::string& yaml, const Names& asked) { return estimate_for(asked, workload_of(yaml), {}); }

Estimate tried(const std::string& yaml, const std::string& name, const Overlay& overlay = {}) {
    return estimate_with({name}, {}, workload_of(yaml), overlay);
}

}  // namespace

TEST_CASE("of the words that are asked for only expressions become quantities of their own") {
    const Names words{" storage ", "egress * 1 month  in TB", "peak-qps"};
    const Names asked = names_asked(words);
    CHECK(asked == Names{"storage", "egress * 1 month  in TB", "peak-qps"});
    const Overlay overlay = asking(asked, options({"dau=5"}));
    REQUIRE(overlay.own.size() == 1);
    CHECK(overlay.own[0].name.text == asked[1]);
    CHECK(overlay.own[0].value.text == "egress * 1 month");
    CHECK(overlay.own[0].unit->text == "TB");
    CHECK(overlay.options.size() == 1);
}

TEST_CASE("all expressions that cannot be read are told together") {
    const Errors errors = asking({"storage * 2 in", "dau", "data in"}, {}).errors;
    REQUIRE(errors.size() == 2);
    CHECK(errors[0].what == "missing a unit behind 'in'");
}

TEST_CASE("an input that is varied may have a unit, and is no formula") {
    CHECK(read_input_name("dau").name == "dau");
    CHECK_FALSE(read_input_name("dau").in);
    const AskedInput input = read_input_name("writes in million/day");
    CHECK(input.name == "writes");
    REQUIRE(input.in);
    CHECK(input.in->unit->text == "million/day");
    const Refusal formula = refusal([] { read_input_name("writes * 2 in 1/day"); });
    CHECK(formula.part == "writes * 2");
    CHECK(formula.what == "expected the name of an input, found a formula");
}

TEST_CASE("the unit of an input is that in which its quantity is shown, if it is one of its kind") {
    Model model = model_of("writes: 3M/day\nobject_size: 1 KB\n");
    const QuantityIndex writes = find_input(read_input_name("writes in 1/min"), model);
    CHECK(model[writes].name == "writes");
    CHECK(format(50, model[writes].display, model.conventions) == "3k/min");  // 50 a second
    const Display before = model[writes].display;
    CHECK(find_input(read_input_name("writes"), model) == writes);
    CHECK(model[writes].display == before);
    const Refusal size = refusal([&] { find_input(read_input_name("writes in TB"), model); });
    CHECK(size.part == "TB");
    CHECK(contains(size.what, "not a size (bytes)"));
    CHECK(refusal([&] { find_input(read_input_name("writes in apples"), model); }).what == "'apples' is not a unit");
}

TEST_CASE("a value is given by the file or by an option, at the top and under that very name") {
    const Workload workload = workload_of("dau: 1M\nobjects: {post: {writes_per_user: 1/day}}\n");
    CHECK(gives(workload, {}, "dau"));
    CHECK_FALSE(gives(workload, {}, "writes_per_user"));
    CHECK_FALSE(gives(workload, {}, "da"));
    CHECK(gives(workload, options({"replication=2"}), "replication"));
}

TEST_CASE("what an answer lacks is told apart from an input that has no value") {
    CHECK(value(answer("writes: 1/s\n", {"write_qps * 3 in 1/s"}), "write_qps * 3 in 1/s") == near(3));
    const Refusal input = refusal([] { answer("writes: 1/s\n", {"writes", "horizon"}); });
    CHECK(input.what == "'horizon' has no value in this workload");
    CHECK(input.hint == "give it in the file, or with --set");
    const Refusal answered = refusal([] { answer("writes: 1/s\n", {"new_data"}); });
    CHECK(answered.what == "'new_data' cannot be computed from this workload: it needs `object_size`");
    CHECK(answered.hint == "give what is missing in the file, or with --set");
}

TEST_CASE("an input that the workload lacks is filled in to be tried, as if nobody had said so") {
    struct Row {
        std::string name;
        double value;
    };
    const Row rows[] = {
        {"object_size", 1}, {"cdn_share", 0.5}, {"price.request", 1}, {"price.server", 1}, {"zones", 2}};
    for (const auto& row : rows) {
        CAPTURE(row.name);
        const Estimate estimate = tried("writes: 1/s\nreads: 1/s\n", row.name);
        CHECK(value(estimate, row.name) == near(row.value));
        CHECK(std::count(estimate.model.given.begin(), estimate.model.given.end(), row.name) == 0);
    }
    CHECK(value(tried("writes: 1/s\n", "object_size"), "new_data") == near(1));
    CHECK(value(tried("writes: 1/s\nobject_size: 7 B\n", "object_size"), "object_size") == near(7));
}

TEST_CASE("of two inputs that are varied each may be lacking") {
    const Workload workload = workload_of("dau: 1M\nobjects:\n  p: {writes_per_user: 1/day, object_size: 5 KB}\n");
    for (const Names& inputs :
         {Names{"dau", "replication"}, Names{"replication", "dau"}, Names{"headroom", "replication"}}) {
        const Estimate estimate = estimate_with(inputs, {"storage"}, workload, {});
        for (const auto& name : inputs) CHECK(estimate.model.find(name));
    }
}

TEST_CASE("where more than the tried input is missing the first refusal stands") {
    const std::string yaml = "writes: 1/s\ndefine: {twice: 2 * object_size, own: reads * 2}\n";
    const Refusal both = refusal([&] { tried(yaml, "object_size"); });
    CHECK_FALSE(both.what.empty());
    CHECK(both.what == refusal([&] { estimate_of(yaml); }).what);
    CHECK(value(tried("writes: 1/s\ndefine: {twice: 2 * object_size}\n", "object_size"), "twice") == near(2));
    CHECK_FALSE(refusal([] { tried("define: {twice: 2 * dua}\n", "dua"); }).what.empty());
}

}  // namespace bote::test::asking_test
