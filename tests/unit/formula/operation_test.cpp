#include "bote/formula/operation.hpp"

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "bote/base/versions.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::operation_test {
namespace {

/// A column of numbers that all operations can do something with.
std::vector<double> column_of(double first) {
    std::vector<double> column;
    for (std::size_t r = 0; r < kBlockRows; ++r) column.push_back(first + 0.0625 * static_cast<double>(r));
    return column;
}

}  // namespace

TEST_CASE("the example of each function gives its result") {
    for (const auto& row : all_functions()) {
        CAPTURE(row.example);
        CHECK(value_of(std::string(row.example)) == near(row.result));
        CHECK(row.example.find(row.name) == 0);
        CHECK(row.signature.find(row.name) == 0);
        CHECK_FALSE(row.meaning.empty());
        CHECK(row.least >= 1);
        CHECK(row.most >= row.least);
    }
}

TEST_CASE("each function is in the table once and found by its name") {
    std::set<std::string_view> names;
    for (const auto& row : all_functions()) {
        CHECK(names.insert(row.name).second);
        CHECK(&row_of(op_of(row)) == &row);
        CHECK(find_function(row.name) == &row);
    }
    CHECK(find_function("SUM") == nullptr);
    CHECK(find_function("") == nullptr);
}

TEST_CASE("functions of plain numbers") {
    struct Row {
        std::string formula;
        double value;
    };
    const Row rows[] = {
        {"ceil(2)", 2},         {"ceil(100 * 1.1 / 10)", 11},  // forgives what rounding has added
        {"ceil(125.001)", 126}, {"ceil(0)", 0},
        {"ceil(0.000001)", 1},  {"ceil(-2.5)", -2},
        {"floor(-2.5)", -3},    {"round(2.4)", 2},
        {"round(-2.5)", -3},    {"sqrt(2) * sqrt(2)", 2},
        {"ln(exp(3))", 3},      {"log2(1 / 8)", -3},
        {"round(7, 5)", 5},     {"round(-7.5, 5)", -10},
        {"round(12, 0.5)", 12}, {"round(2.5, 5)", 5},  // ties away from zero
        {"log10(1e-6)", -6},    {"max(-1, -2)", -1},
        {"min(-1, -2)", -2},    {"sum(-1, 1)", 0},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        CHECK(value_of(row.formula) == near(row.value));
    }
}

TEST_CASE("a step of rounding has the dimension of what is rounded") {
    CHECK(value_of("round(7.4 TB, 5 TB)") == near(5e12));
    CHECK(value_of("round(149/s, 100/s)") == near(100));
}

TEST_CASE("a distribution counts with its median") {
    CHECK(value_of("uniform(2 KB, 4 KB)") == 3000);
    CHECK(value_of("normal(10/day, 2/day)") == near(10.0 / 86'400));
    CHECK(value_of("triangular(0, 0, 1)") == near(1 - std::sqrt(0.5)));
    CHECK(value_of("triangular(0, 1, 1)") == near(std::sqrt(0.5)));
    CHECK(value_of("triangular(0, 0.25, 1)") == near(1 - std::sqrt(0.375)));
    CHECK(value_of("triangular(1, 2, 3)") == near(2));
}

TEST_CASE("a triangle whose mode lies outside of its ends, or that has no width, is no number") {
    const auto value_with = [](const std::string& formula, double a) {
        return evaluate(tree_of(formula), std::vector<double>{a}, {});
    };
    CHECK(value_with("triangular(a, 2, 3)", 1) == near(2));
    CHECK(std::isnan(value_with("triangular(a, 2, 3)", 2.5)));
    CHECK(std::isnan(value_with("triangular(1, a, 3)", 4)));
    CHECK(std::isnan(value_with("triangular(a, 2, 1)", 3)));
    CHECK(std::isnan(value_with("triangular(a, a, a)", 3)));
}

TEST_CASE("a block of rows is what each row is by itself, whichever operand is a constant") {
    const auto a = column_of(0.25);
    const auto b = column_of(1.5);
    const auto c = column_of(0.125);
    for (const OperationRow* row = &row_of(Op::copy); row <= &all_functions().back(); ++row) {
        const Kernels& kernels = row->kernels;
        if (kernels.rows == nullptr) continue;  // it is another one in pairs, or the program's own
        for (const Reads reads : {Reads::columns, Reads::constant_right, Reads::constant_left}) {
            if (kernels.operands != 2 && reads != Reads::columns) continue;
            CAPTURE(row->name, static_cast<int>(reads));
            constexpr double kConstant = 2;
            const std::vector<double> constants(kBlockRows, kConstant);
            const auto& left = reads == Reads::constant_left ? constants : a;
            const auto& right = reads == Reads::constant_right ? constants : b;
            std::vector<double> exact(kBlockRows);
            std::vector<double> fast(kBlockRows);
            kernels.rows(kBlockRows, exact.data(), left.data(), right.data(), c.data());
            for (std::size_t version = 0; version <= static_cast<std::size_t>(widest_vectors()); ++version) {
                kernels.block[version]({fast.data(), a.data(), b.data(), c.data(), kConstant, reads});
                for (std::size_t r = 0; r < kBlockRows; ++r) CHECK(fast[r] == near(exact[r]));
            }
        }
    }
}

}  // namespace bote::test::operation_test
