#include "engine/compiler.hpp"

#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "bote/engine/program.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::compile_test {
namespace {

struct Compiled {
    explicit Compiled(const std::string& yaml) : model(model_of(yaml)), program(compile(model, model.conventions)) {}

    [[nodiscard]] Slot slot(std::string_view name) const { return slot_of(model.find(name).value()); }

    /// The operations that lead to the value of a slot, the last one first, without those of other quantities.
    [[nodiscard]] std::vector<Op> steps_to(Slot target) const {
        std::vector<Op> steps;
        for (auto each = program.instructions.rbegin(); each != program.instructions.rend(); ++each) {
            if (each->target == target) {
                steps.push_back(each->op);
            } else if (!steps.empty()) {
                if (each->target < first_temporary()) break;
                steps.push_back(each->op);
            }
        }
        return steps;
    }
    [[nodiscard]] std::vector<Op> steps_to(std::string_view name) const { return steps_to(slot(name)); }

    [[nodiscard]] Slot first_temporary() const { return program.quantities + 2 * program.comparisons; }

    Model model;
    Program program;
};

}  // namespace

TEST_CASE("a lone number is there from the start, and a formula ends right where its value belongs") {
    const Compiled made("define:\n  a: 5 KB\n  b: a * 2\n  c: b\n  e: (a + b) * 3\n");
    CHECK(made.program.initial[made.slot("a")] == 5000);
    CHECK(made.steps_to("a").empty());
    CHECK(made.steps_to("b") == std::vector{Op::multiply});  // no copy
    CHECK(made.steps_to("c") == std::vector{Op::copy});      // what is another's value stays there as well
    CHECK(made.steps_to("e") == std::vector{Op::multiply, Op::add});
}

TEST_CASE("functions of many arguments take two at a time, in their order") {
    const Compiled made("define:\n  a: 7\n  b: 2\n  c: 3\n  e: sum(a, b, c)\n  f: min(a, b, c)\n  g: sum(a)\n");
    CHECK(made.steps_to("e") == std::vector{Op::add, Op::add});
    CHECK(made.steps_to("f") == std::vector{op_of(*find_function("min")), op_of(*find_function("min"))});
    CHECK(made.steps_to("g") == std::vector{Op::copy});
    const Instruction* last = nullptr;
    for (const Instruction& each : made.program.instructions)
        if (each.target == made.slot("e")) last = &each;
    REQUIRE(last != nullptr);
    CHECK(last->b == made.slot("c"));
    CHECK(last->a >= made.first_temporary());
}

TEST_CASE("rounding to a step rounds how many steps there are") {
    const Compiled made("define:\n  a: 7 KB\n  b: round(a, 2 KB)\n  c: round(a / 1 KB / 2)\n");
    const Op round = op_of(*find_function("round"));
    CHECK(made.steps_to("b") == std::vector{Op::multiply, round, Op::divide});
    CHECK(made.steps_to("c") == std::vector{round, Op::divide, Op::divide});
    const Values values = evaluate_point(made.program);
    CHECK(values.quantities[*made.model.find("b")] == 8000);  // 3.5 steps are 4
    CHECK(values.quantities[*made.model.find("c")] == 4);
}

TEST_CASE("the two sides of each expectation stand behind the quantities, those of the rules behind them") {
    const Compiled made("define:\n  a: 5\n  b: 7\nexpect:\n  - a < b + 1\n  - 3 > a\n");
    REQUIRE(made.model.expectations.size() == 2);
    CHECK(made.program.quantities == made.model.quantities.size());
    CHECK(made.program.comparisons == 2 + made.model.rules.size());
    const Values values = evaluate_point(made.program);
    CHECK(values.left[0] == 5);
    CHECK(values.right[0] == 8);
    CHECK(values.left[1] == 3);
    CHECK(values.right[1] == 5);
    CHECK(made.program.initial[made.program.quantities + 2] == 3);
    CHECK(made.steps_to(made.program.quantities) == std::vector{Op::copy});
    CHECK(made.steps_to(made.program.quantities + 1) == std::vector{Op::add});
}

TEST_CASE("what is not there is left out by a sum, and leaves all else without a value") {
    Model model = model_of("writes: 3/s\ndefine:\n  a: sum(writes, reads, 1/s)\n  b: 2 users\n  c: writes + 1/s\n");
    const auto values = [&] { return evaluate_point(compile(model, model.conventions)).quantities; };
    CHECK(values()[*model.find("a")] == 4);
    CHECK(values()[*model.find("b")] == 2);
    CHECK(values()[*model.find("c")] == 4);
    const std::vector<Binding> nothing(3);
    for (const auto* name : {"a", "c"}) {
        ModelQuantity& quantity = model[*model.find(name)];
        quantity.names = std::span(nothing).first(quantity.names.size());
    }
    CHECK(values()[*model.find("a")] == 1);
    CHECK(std::isnan(values()[*model.find("c")]));
}

TEST_CASE("units follow the conventions that are compiled with, not those of the model") {
    const Model model = model_of("define:\n  a: 2 days\n  b: a + 1 day\n");
    Conventions conventions = model.conventions;
    conventions.day = 100;
    const Values values = evaluate_point(compile(model, conventions));
    CHECK(values.quantities[*model.find("a")] == 200);
    CHECK(values.quantities[*model.find("b")] == 300);
}

}  // namespace bote::test::compile_test
