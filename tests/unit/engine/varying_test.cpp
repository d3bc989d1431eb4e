#include "engine/varying.hpp"

#include <vector>

#include "project/catch.hpp"

namespace bote::test::varying_test {
namespace {

/// Slots 0 and 1 are inputs of 12 and 5, slots 2 to 4 constants; results follow behind.
Program program_of(std::vector<Instruction> instructions) {
    Program program;
    program.initial = {12, 5, 3, 0, 500};
    program.initial.resize(program.initial.size() + instructions.size());
    program.quantities = static_cast<std::uint32_t>(program.initial.size());
    program.instructions = std::move(instructions);
    return program;
}

}  // namespace

TEST_CASE("what no varying slot leads to is computed once, and is no operation") {
    const Varying varying(program_of({{Op::multiply, 5, 1, 2}}), {0}, Factors::out);
    CHECK_FALSE(varying.state(5).varies);
    CHECK(varying.state(5).value == 15);
    CHECK(varying.operations().size() == 1);  // the input
}

TEST_CASE("constant factors are taken out of products, sums of the same factor and signs") {
    const Varying varying(
        program_of({{Op::multiply, 5, 0, 2}, {Op::multiply, 6, 5, 4}, {Op::negate, 7, 6}, {Op::add, 8, 5, 5}}), {0},
        Factors::out);
    CHECK(varying.state(6).scaled.operation == varying.state(0).scaled.operation);
    CHECK(varying.state(6).scaled.factor == 1500);
    CHECK(varying.state(7).scaled.factor == -1500);
    CHECK(varying.state(8).scaled.factor == 3);
    CHECK(varying.state(8).value == 72);
}

TEST_CASE("with factors in, each step is an operation, and an equal one is made once") {
    const Varying varying(program_of({{Op::multiply, 5, 0, 2}, {Op::multiply, 6, 0, 2}, {Op::add, 7, 5, 6}}), {0},
                          Factors::in);
    CHECK(varying.state(5).scaled.operation == varying.state(6).scaled.operation);
    CHECK(varying.state(5).scaled.factor == 1);
    CHECK(varying.operations().size() == 3);  // the input, the product, the sum
}

TEST_CASE("adding nothing and copying change nothing") {
    const Varying varying(program_of({{Op::add, 5, 0, 3}, {Op::copy, 6, 5}}), {0}, Factors::out);
    CHECK(varying.state(6).scaled.operation == varying.state(0).scaled.operation);
    CHECK(varying.operations().size() == 1);
}

TEST_CASE("what is made of whole numbers is whole, of a stepped one and a fraction stepped") {
    const Op ceiling = op_of(*find_function("ceil"));
    Program program = program_of({{ceiling, 5, 0}, {Op::add, 6, 5, 2}, {Op::multiply, 7, 5, 1}, {Op::add, 8, 5, 0}});
    program.initial[1] = 0.5;
    const Varying varying(program, {0}, Factors::out);
    CHECK(varying.state(0).kind == Histogram::Kind::smooth);
    CHECK(varying.state(5).kind == Histogram::Kind::whole);
    CHECK(varying.state(6).kind == Histogram::Kind::whole);
    CHECK(varying.state(7).kind == Histogram::Kind::stepped);
    CHECK(varying.state(8).kind == Histogram::Kind::smooth);
}

TEST_CASE("many operations keep their places while the table of them grows") {
    std::vector<Instruction> steps;
    for (std::uint32_t i = 0; i < 400; ++i) steps.push_back({Op::add, 5 + i, i == 0 ? 0 : 4 + i, 2});
    const Varying varying(program_of(steps), {0}, Factors::in);
    CHECK(varying.operations().size() == 401);
    for (std::uint32_t i = 0; i < 400; ++i) CHECK(varying.state(5 + i).scaled.operation == i + 1);
}

}  // namespace bote::test::varying_test
