#include "engine/compiler.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bote/engine/program.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::compile_board_test {
namespace {

struct Compiled {
    explicit Compiled(const std::string& yaml) : model(model_of(yaml)), program(compile(model, model.conventions)) {}

    [[nodiscard]] std::uint32_t slot(std::string_view name) const { return slot_of(model.find(name).value()); }
    [[nodiscard]] double value(std::string_view name) const { return evaluate_point(program).slots[slot(name)]; }

    /// The twins of a quantity, of which there should be no more than one.
    [[nodiscard]] std::vector<Twin> twins_of(std::string_view name) const {
        std::vector<Twin> twins;
        for (const Twin& each : program.twins)
            if (each.quantity == slot(name)) twins.push_back(each);
        return twins;
    }

    Model model;
    Program program;
};

const std::string kWrites = "dau: 100M\nwrites_per_user: 4/day\nobject_size: 300 B\n";

}  // namespace

TEST_CASE("a program without a whiteboard has no second values") {
    const Compiled made(kWrites);
    CHECK(made.program.board == nullptr);
    CHECK(made.program.twins.empty());
    for (const Instruction& each : made.program.instructions) CHECK(each.op != Op::board);
}

TEST_CASE("what a value on the whiteboard rests on has one second value, and nothing else has one") {
    const Compiled made(kWrites + "define:\n  a: whiteboard(write_qps)\n  b: whiteboard(new_data)\n  c: a + 1/s\n");
    REQUIRE(made.program.board != nullptr);
    CHECK(made.twins_of("writes").size() == 1);  // both rest on it
    CHECK(made.twins_of("write_qps").size() == 1);
    CHECK(made.twins_of("new_data").size() == 1);
    CHECK(made.twins_of("storage").empty());
    CHECK(made.twins_of("a").empty());
    CHECK(made.twins_of("dau").empty());  // an input is the same number on the whiteboard
    CHECK(made.program.board->usual.day == 86'400);
    CHECK(made.program.board->whiteboard.day == 1e5);
    const auto& slots = evaluate_point(made.program).slots;
    CHECK(slots[made.twins_of("writes").front().slot] == near(4000));  // 100M * 4 in 10^5 s
}

TEST_CASE("the second value of a given quantity is in the same unit, whose day is another one") {
    const Compiled made(kWrites + "define:\n  a: whiteboard(write_qps)\n  b: whiteboard(data)\n");
    const auto factor_of = [&](std::string_view name) {
        const auto twins = made.twins_of(name);
        REQUIRE(twins.size() == 1);
        return made.program.initial[twins.front().factor];
    };
    CHECK(factor_of("writes") == near(0.864));  // 1/day of 10^5 s, in usual days
    CHECK(factor_of("write_qps") == 1);         // by the second
    CHECK(factor_of("data") == 1);              // bytes have no day
}

TEST_CASE("a part of a formula that stands on the whiteboard is rounded once, the rest of it is not") {
    const Compiled made(
        "define:\n  a: whiteboard(2 * 617)\n  b: whiteboard(2 * 617) + 1\n  c: whiteboard(whiteboard(2 * 617))\n"
        "  e: 2 * 617 + whiteboard(3)\n  f: whiteboard(2 * 617) * whiteboard(2 * 55)\n");
    CHECK(made.value("a") == 1250);  // of 1200 and 1250 the one nearer to 1234
    CHECK(made.value("b") == 1251);
    CHECK(made.value("c") == 1250);
    CHECK(made.value("e") == 1237);
    CHECK(made.value("f") == near(1250 * 120));  // 110 is nearer to 120 than to 100, by ratio
}

TEST_CASE("time on the whiteboard reads as it stands there") {
    const Compiled made(
        "define:\n  a: whiteboard(2 * 1 day)\n  b: whiteboard(1 day) - 1 day\n  c: whiteboard(400M/day)\n"
        "  n: 3\n  e: whiteboard(n * 1M/day)\n"
        "  f: whiteboard(400M/day) + whiteboard(n * 1M/day)\n");
    CHECK(made.value("a") == near(2 * 86'400));
    CHECK(made.value("b") == near(0));
    CHECK(made.value("c") == near(4000));  // 400M in 10^5 s, a rate by the second
    CHECK(made.value("e") == near(30));    // 3M in 10^5 s; exactly 34.7, but 30 is easy as it is
    CHECK(made.value("f") == near(4000 + 30));
}

TEST_CASE("a range on the whiteboard draws no numbers of its own, whatever stands around it") {
    const Compiled made("define:\n  a: whiteboard(2 * (1 to 4)) + 1\n  b: 1 to 4\n  c: whiteboard(b * 2) - b\n");
    CHECK(made.program.draws.size() == 2);
    const std::uint32_t b = made.slot("b");
    Columns columns = make_columns(made.program, 1);
    for (const Draw& each : made.program.draws) columns.cells[each.slot] = 3;
    evaluate(made.program, columns);
    CHECK(columns.cells[b] == 3);
    CHECK(columns.cells[made.slot("a")] == near(7));  // 2 * 3, as easy as it is, and 1
    CHECK(columns.cells[made.slot("c")] == near(3));  // 6 - 3
}

}  // namespace bote::test::compile_board_test
