#include "bote/engine/program.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::evaluate_test {
namespace {

/// Two quantities, one comparison, a constant: b = a * 10, and b < 7.
Program small_program() {
    Program program;
    program.quantities = 2;
    program.comparisons = 1;
    program.initial = {3, 0, 0, 7, 10};
    program.instructions = {{Op::multiply, 1, 0, 4, 0}, {Op::copy, 2, 1, 0, 0}};
    return program;
}

}  // namespace

TEST_CASE("a point has the quantities first, then the sides of the comparisons, then all slots") {
    const Values values = evaluate_point(small_program());
    CHECK(values.quantities == QuantityValues{3, 30});
    CHECK(values.left == std::vector<double>{30});
    CHECK(values.right == std::vector<double>{7});
    CHECK(values.slots == std::vector<double>{3, 30, 30, 7, 10});
}

TEST_CASE("columns are filled with what a slot has at first, and lie no multiple of many cache lines apart") {
    for (const std::size_t rows : {std::size_t{1}, std::size_t{2}, std::size_t{31}, std::size_t{32}, std::size_t{33},
                                   std::size_t{64}, std::size_t{128}}) {
        CAPTURE(rows);
        const Columns columns = make_columns(small_program(), rows);
        CHECK(columns.rows == rows);
        CHECK(columns.pitch >= rows);
        CHECK((columns.pitch % 32 != 0));
        REQUIRE(columns.cells.size() == 5 * columns.pitch);
        for (std::size_t r = 0; r < rows; ++r) {
            CHECK(columns.cells[r] == 3);
            CHECK(columns.cells[3 * columns.pitch + r] == 7);
            CHECK(columns.cells[4 * columns.pitch + r] == 10);
        }
    }
}

TEST_CASE("each row is computed from its own cells") {
    const Program program = small_program();
    for (const std::size_t rows : {std::size_t{3}, std::size_t{32}}) {
        Columns columns = make_columns(program, rows);
        for (std::size_t r = 0; r < rows; ++r) columns.cells[r] = static_cast<double>(r + 1);
        evaluate(program, columns);
        for (const std::size_t r : {std::size_t{0}, std::size_t{1}, rows - 1}) {
            const Values values = values_of(program, columns, r);
            const auto a = static_cast<double>(r + 1);
            CHECK(values.quantities == QuantityValues{a, 10 * a});
            CHECK(values.left.front() == 10 * a);
            CHECK(values.right.front() == 7);
            CHECK(values.slots.empty());
        }
    }
}

TEST_CASE("each row of the whiteboard is rounded by itself") {
    Program program;
    program.quantities = 2;
    program.initial = {0, 0, 0};  // the note with the index 0
    auto board = std::make_shared<Board>();
    board->notes.push_back({BoardNote::Does::round, *parse_display("")});
    program.board = board;
    program.instructions = {{Op::board, 1, 0, 2, 0}};
    Columns columns = make_columns(program, 3);
    const double given[] = {1234, 100, 2.2e6};
    std::copy(std::begin(given), std::end(given), columns.cells.begin());
    evaluate(program, columns);
    CHECK(columns.cells[columns.pitch] == near(1250));
    CHECK(columns.cells[columns.pitch + 1] == near(100));
    CHECK(columns.cells[columns.pitch + 2] == near(2e6));
}

TEST_CASE("where a quantity is given, its twin and no other is that times the factor") {
    Program program = small_program();
    program.twins = {{0, 2, 4}, {1, 3, 4}};
    const Instruction step{Op::copy, 2, 1, 0, 0};
    const Instruction given = with_given(program, step, 0);
    CHECK(given.op == Op::multiply);
    CHECK(given.target == 2);
    CHECK(given.a == 0);
    CHECK(given.b == 4);
    const Instruction other = with_given(program, step, 1);  // whose twin is another slot
    CHECK(other.op == Op::copy);
    CHECK(other.a == 1);
    CHECK(with_given(program, {Op::add, 1, 0, 4, 0}, 0).op == Op::add);  // no twin
}

}  // namespace bote::test::evaluate_test
