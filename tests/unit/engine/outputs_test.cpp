#include "engine/outputs.hpp"

#include <vector>

#include "project/catch.hpp"

namespace bote::test::outputs_test {
namespace {

/// Slot 0 is an input of 12; the others follow from the instructions, constants stand behind them.
Program program_of(std::vector<Instruction> instructions, std::vector<double> constants) {
    Program program;
    program.initial = {12};
    program.initial.resize(1 + instructions.size());
    program.initial.insert(program.initial.end(), constants.begin(), constants.end());
    program.quantities = static_cast<std::uint32_t>(program.initial.size());
    program.instructions = std::move(instructions);
    return program;
}

struct Found {
    std::vector<Output> outputs;
    std::vector<ScaledOperation> scaled;
};

Found found(const Program& program, const Wanted& wanted) {
    Varying varying(program, {0}, factors_for({wanted}));
    Found result;
    result.scaled = find_outputs(varying, {wanted}, result.outputs);
    return result;
}

Op ceiling() { return op_of(*find_function("ceil")); }

}  // namespace

TEST_CASE("multiples of one operation are outputs of it") {
    const Program program = program_of({{Op::multiply, 1, 0, 3}, {Op::divide, 2, 1, 4}}, {3, 2});
    const Found shared = found(program, {{0, 1, 2}, Lifetime::until_ready});
    CHECK(shared.scaled[1].operation == shared.scaled[0].operation);
    CHECK(shared.scaled[2].operation == shared.scaled[0].operation);
    CHECK(shared.outputs[1].factor == 3);
    CHECK(shared.outputs[2].factor == 1.5);
    CHECK(shared.outputs[1].of == 0);
    CHECK(shared.outputs[2].of == 0);
    CHECK(shared.outputs[2].value == 18);
}

TEST_CASE("what is kept to the end is an operation of its own, at the factor 1") {
    const Program program = program_of({{Op::multiply, 1, 0, 2}}, {3});
    const Found kept = found(program, {{0, 1}, Lifetime::to_the_end});
    CHECK(kept.scaled[1].operation != kept.scaled[0].operation);
    CHECK(kept.outputs[1].factor == 1);
    CHECK(kept.outputs[1].of == 1);
}

TEST_CASE("whole numbers with some more are the whole numbers and a shift") {
    const Program program = program_of({{ceiling(), 1, 0}, {Op::add, 2, 1, 3}}, {2});
    const Found counted = found(program, {{1, 2}, Lifetime::until_ready});
    CHECK(counted.scaled[1].operation == counted.scaled[0].operation);
    CHECK(counted.outputs[1].shift == 2);
    CHECK(counted.outputs[1].of == 0);
}

TEST_CASE("both sides of a comparison are at the same factor") {
    const Program program = program_of({{Op::multiply, 1, 0, 3}, {Op::multiply, 2, 0, 4}}, {3, 6});
    const Found sides = found(program, {{1, 2}, Lifetime::until_pair_is_ready});
    CHECK(sides.outputs[0].factor == 3);
    CHECK(sides.outputs[1].factor == 3);
    CHECK(sides.scaled[0].operation != sides.scaled[1].operation);  // the second is twice the first
}

TEST_CASE("an output that nothing varies is a number") {
    const Program program = program_of({{Op::multiply, 1, 2, 2}}, {3});
    const Found fixed = found(program, {{1}, Lifetime::until_ready});
    CHECK_FALSE(fixed.outputs[0].varies);
    CHECK(fixed.outputs[0].value == 9);
}

}  // namespace bote::test::outputs_test
