#include "formula/wrong_word.hpp"

#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::wrong_word_test {
namespace {

std::string hint_of(const std::string& formula, std::optional<Dimension> wanted = std::nullopt) {
    Vocabulary vocabulary;
    vocabulary.wanted = wanted;
    return refusal([&] { tree_of(formula, vocabulary); }).hint;
}

}  // namespace

TEST_CASE("a magnitude or unit of another language keeps its size in the hint") {
    struct Row {
        std::string formula;
        std::string hint;
    };
    const Row rows[] = {
        {"5 milliard", "write `5 billion`"},
        {"5 biljoen", "write `5 trillion`"},
        {"5 grand", "write `5k`"},
        {"5 dozen", "write `5 * 12`"},
        {"5 Hz", "write `5/s`"},
        {"5 kHz", "write `5k/s`"},
        {"1 decade", "write `1 * 10 years`"},
        {"2 quarters", "write `2 * 3 months`"},
        {"5 kilo users", "`5k` for thousands, or `5 KB` for bytes"},
        {"5 mega", "`5M` for millions, or `5 MB` for bytes"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.formula);
        CHECK(hint_of(row.formula) == row.hint);
    }
    CHECK(hint_of("1k thousand") == "keep one of them");
    for (const auto& wanted : {kByte, kCount, kMoney}) CHECK(hint_of("5 milion", wanted) == "did you mean 'million'?");
}

TEST_CASE("a word that may say what is counted may be left out where a number without a unit will do") {
    for (const auto* word : {"5 gnomes", "5 stone", "5 grass"}) {
        CAPTURE(word);
        CHECK(hint_of(word, kCount) ==
              "leave it out if it says what is counted; `bote units` lists the units and magnitudes");
        CHECK(hint_of(word, kByte) == "`bote units` lists the units and magnitudes");
        CHECK(hint_of(word, kSecond) == "`bote units` lists the units and magnitudes");
    }
}

TEST_CASE("a quantity in capitals is one all the same") {
    Vocabulary vocabulary;
    vocabulary.is_quantity = [](std::string_view word) { return word == "dau"; };
    CHECK(refusal([&] { tree_of("5 DAU", vocabulary); }).hint == "write `5 * dau`, or leave the word out");
    CHECK(refusal([&] { tree_of("5% dau", vocabulary); }).hint == "write `5% * dau`");
}

TEST_CASE("a second magnitude behind a number is one too many") {
    for (const auto* text : {"1M M", "1k K", "1M million"}) {
        CAPTURE(text);
        CHECK(hint_of(text, kCount) == "keep one of them");
    }
    CHECK(hint_of("1 M", kCount) == "attach it: `1M`, or write `1 MB` for bytes");
}

TEST_CASE("one value is asked for, and not the one or the other") {
    CHECK(hint_of("1M or 2M", kCount) == "write one value, or a range such as `1M to 2M`");
}

TEST_CASE("a small b is one of bits, and a count has none") {
    CHECK(hint_of("10 Gbs", kByte / kSecond) == "did you mean 'Gbps'? bytes are written `GB/s`");
    CHECK(hint_of("25GbE", kByte / kSecond) == "did you mean 'Gbps'? bytes are written `GB/s`");
    CHECK(hint_of("5 Mbs", kByte) == "`Mbit` for bits, or `MB` for bytes");
    CHECK(hint_of("10 Gbx", kByte / kSecond) == "`bote units` lists the units and magnitudes");
    CHECK(hint_of("10 Gbs", kSecond) == "`bote units` lists the units and magnitudes");
    CHECK(hint_of("5b", kCount) == "`5 billion`, `5 bit` or `5 B`");
    CHECK(hint_of("5b", kByte) == "bits: `bit`, or bytes: `B`");
}

TEST_CASE("a function of other languages has its counterpart") {
    CHECK(hint_of("log(5)") == "it is `ln`, `log2` or `log10`");
    CHECK(hint_of("pow(2, 3)") == "write `a ^ b`");
    CHECK(hint_of("sqr(5)") == "did you mean 'sqrt'?");
}

}  // namespace bote::test::wrong_word_test
