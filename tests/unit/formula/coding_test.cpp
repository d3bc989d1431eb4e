#include "bote/formula/coding.hpp"

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::coding_test {
namespace {

double coded(const std::string& written) {
    const Text text = formula_text(written);
    Expression formula = parse_formula(text, {});
    read_coding(text, formula);
    return evaluate(formula, {}, {});
}

}  // namespace

TEST_CASE("data and parity parts are disk for each byte of data") {
    CHECK(coded("8+4") == 1.5);
    CHECK(coded("10 + 4") == near(1.4));
}

TEST_CASE("what is no sum of two counts is no erasure coding") {
    for (const auto* wrong : {"1.5", "8+0", "8-4", "2.5+1", "8+4+2", "8 KB + 4 KB"}) {
        CAPTURE(wrong);
        const auto found = refusal([&] { coded(wrong); });
        CHECK(found.what == "expected data and parity parts");
        CHECK(found.hint == "write `8+4`");
    }
}

TEST_CASE("the data parts are what stands before the plus") {
    CHECK(data_parts_of(formula_text("8+4"))->text == "8");
    CHECK_FALSE(data_parts_of(formula_text("1.5")));
}

}  // namespace bote::test::coding_test
