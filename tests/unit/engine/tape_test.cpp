#include "bote/engine/tape.hpp"

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "bote/engine/rows.hpp"
#include "bote/model/embedded.hpp"
#include "engine/any_workload.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::tape_test {
namespace {

/// The slots that no instruction writes, which is where inputs are.
std::vector<std::uint32_t> inputs_of(const Program& program) {
    std::vector<bool> written(program.initial.size(), false);
    for (const auto& step : program.instructions) written[step.target] = true;
    std::vector<std::uint32_t> inputs;
    for (std::uint32_t i = 0; i < program.quantities; ++i) {
        if (!written[i]) inputs.push_back(i);
    }
    return inputs;
}

/// Every quantity by tape and by the plain evaluation, for inputs by chance.
void agree(const Program& program, unsigned seed) {
    const auto inputs = inputs_of(program);
    std::vector<std::uint32_t> slots(program.quantities + 2 * std::size_t{program.comparisons});
    for (std::uint32_t i = 0; i < slots.size(); ++i) slots[i] = i;
    const Tape tape = make_tape(program, inputs, {{slots, Lifetime::to_the_end}});
    Cells block = make_cells(tape);
    Columns plain = make_columns(program, kBlockRows);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> factor(0.5, 1.5);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        for (std::size_t r = 0; r < kBlockRows; ++r) {
            const double value = program.initial[inputs[i]] * factor(random);
            plain.cells[inputs[i] * plain.pitch + r] = value;
            if (tape.inputs[i] != kNoColumn) block.column(tape.inputs[i])[r] = value;
        }
    }
    evaluate(program, plain);
    run(tape.instructions, block);
    for (std::uint32_t slot : slots) {
        const Output& output = tape.outputs[slot];
        for (std::size_t r = 0; r < kBlockRows; r += 13) {
            const double wanted = plain.cells[slot * plain.pitch + r];
            const double found = output.varies ? block.column(output.column)[r] : output.value;
            CAPTURE(slot, r, output.varies);
            CHECK((found == near(wanted, 1e-9) || std::abs(found - wanted) < 1e-9));
        }
    }
}

}  // namespace

/// The same where nothing is kept: each output is looked at when it is ready.
void agree_on_the_way(const Program& program, unsigned seed) {
    const auto inputs = inputs_of(program);
    std::vector<std::uint32_t> slots(program.quantities);
    std::vector<std::uint32_t> sides(2 * std::size_t{program.comparisons});
    for (std::uint32_t i = 0; i < slots.size(); ++i) slots[i] = i;
    for (std::uint32_t i = 0; i < sides.size(); ++i) sides[i] = program.quantities + i;
    const Tape tape =
        make_tape(program, inputs, {{slots, Lifetime::until_ready}, {sides, Lifetime::until_pair_is_ready}});
    Cells block = make_cells(tape);
    Columns plain = make_columns(program, 1);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> factor(0.5, 1.5);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        plain.cells[inputs[i]] = program.initial[inputs[i]] * factor(random);
        if (tape.inputs[i] != kNoColumn) std::fill_n(block.column(tape.inputs[i]), kBlockRows, plain.cells[inputs[i]]);
    }
    evaluate(program, plain);
    for (std::size_t done = 0; done <= tape.instructions.size(); ++done) {
        for (std::uint32_t slot = 0; slot < tape.outputs.size(); ++slot) {
            const Output& output = tape.outputs[slot];
            if (output.ready != done) continue;
            const double found = output.varies ? output.from(block.column(output.column)[0]) : output.value;
            CAPTURE(slot, output.varies, output.factor, output.shift, found, plain.cells[slot]);
            CHECK((found == near(plain.cells[slot], 1e-9) || std::abs(found - plain.cells[slot]) < 1e-9));
        }
        if (done < tape.instructions.size()) run(std::span(tape.instructions).subspan(done, 1), block);
    }
}

TEST_CASE("a tape computes what the program does, on every preset") {
    unsigned seed = 0;
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        const Model model = model_of(std::string(preset.text));
        agree(compile(model, model.conventions), ++seed);
        agree_on_the_way(compile(model, model.conventions), seed);
    }
}

TEST_CASE("a tape computes what the program does, on workloads by chance") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        try {
            const Model model = model_of(AnyWorkload(seed).text());
            CAPTURE(seed);
            agree(compile(model, model.conventions), seed);
            agree_on_the_way(compile(model, model.conventions), seed);
        } catch (const InputError&) {
            continue;  // an input that happens to be unused
        }
    }
}

TEST_CASE("constant factors are taken out of sums, products and the larger of two, but of nothing that is rounded") {
    const Model model = model_of(
        "define:\n  a: 1 to 9\n  b: 2 to 8\n  c: a * 3\n  e: 6 * b\n  f: c + e\n  g: f * e / 4\n  u: max(c, 12)\n"
        "  w: 30 / e\n  up: ceil(c)\n  twice: up * 2\n");
    const Program program = compile(model, model.conventions);
    std::vector<std::uint32_t> slots;
    for (const auto* name : {"f", "g", "u", "w", "twice"}) slots.push_back(slot_of(*model.find(name)));
    const std::vector<std::uint32_t> inputs{program.draws[0].slot, program.draws[1].slot};
    const Tape tape = make_tape(program, inputs, {{slots, Lifetime::until_ready}});
    // b * 2; a + that; that * b; max(a, 4); 1 / b; a * 3; its ceiling; that * 2
    CHECK(tape.instructions.size() == 8);
    const double factors[] = {3, 4.5, 3, 5, 1};
    for (std::size_t i = 0; i < slots.size(); ++i) CHECK(tape.outputs[i].factor == factors[i]);
}

TEST_CASE("a tape holds only what varies and is asked for, in few columns") {
    const Model model =
        model_of("define:\n  a: 3\n  b: a * 2\n  c: b + 1\n  u: sqrt(c)\n  e: u * u\n  f: e + 5\n  g: f\n  w: 5 * 7\n");
    const Program program = compile(model, model.conventions);
    const auto slot = [&](const char* name) { return slot_of(*model.find(name)); };
    const Tape tape = make_tape(program, {slot("c")}, {{{slot("e"), slot("b"), slot("g")}, Lifetime::until_ready}});
    CHECK(tape.instructions.size() == 3);
    CHECK(tape.columns == 1);
    CHECK(tape.outputs[0].varies);
    CHECK(tape.outputs[0].ready == 2);
    CHECK_FALSE(tape.outputs[1].varies);
    CHECK(tape.outputs[1].value == 6);
    CHECK(tape.outputs[2].varies);
    CHECK(tape.outputs[2].ready == 3);
    CHECK(make_tape(program, {slot("a")}, {{{slot("w")}, Lifetime::to_the_end}}).inputs[0] == kNoColumn);
}

TEST_CASE("a column is free again after the last step that reads it, however early what it holds was made") {
    const Model model =
        model_of("define:\n  a: 1 to 9\n  b: sqrt(a)\n  c: a ^ 2\n  e: ln(a)\n  f: a ^ 3\n  g: 1 / a\n");
    const Program program = compile(model, model.conventions);
    std::vector<std::uint32_t> slots;
    for (const auto* name : {"b", "c", "e", "f", "g"}) slots.push_back(slot_of(*model.find(name)));
    const Tape tape = make_tape(program, {program.draws[0].slot}, {{slots, Lifetime::until_ready}});
    CHECK(tape.instructions.size() == 5);
    // a stays to the end, in a column of its own; each of the others is looked at and gives its column to the next.
    CHECK(tape.columns == 2);
}

TEST_CASE("both sides of each comparison are there when the later one is") {
    const Model model = model_of(
        "define:\n  a: 1 to 9\n  b: sqrt(a)\n  c: ln(a)\n  e: a ^ 2\n  f: e ^ b\nexpect:\n  - c < f\n"
        "  - b < f * c\n  - f + e < b\n");
    const Program program = compile(model, model.conventions);
    std::vector<std::uint32_t> sides;
    for (std::uint32_t i = 0; i < 6; ++i) sides.push_back(program.quantities + i);
    const Tape tape = make_tape(program, {program.draws[0].slot}, {{sides, Lifetime::until_pair_is_ready}});
    for (std::size_t left = 0; left < 6; left += 2) {
        CAPTURE(left);
        CHECK(tape.outputs[left].ready == tape.outputs[left + 1].ready);
        CHECK(tape.outputs[left].column != tape.outputs[left + 1].column);
    }
}

TEST_CASE("constant multiples that nobody keeps are not computed") {
    const Model model = model_of("define:\n  a: 1 to 9\n  b: a * 2\n  c: b / 4\n  u: c + 1\n  e: 0 - b\n  f: 3 * c\n");
    const Program program = compile(model, model.conventions);
    const auto outputs = [&](const std::vector<const char*>& names, Lifetime keep) {
        std::vector<std::uint32_t> slots;
        for (const auto* name : names) slots.push_back(slot_of(*model.find(name)));
        return make_tape(program, {program.draws[0].slot}, {{slots, keep}});
    };
    const Tape multiples = outputs({"b", "a", "c", "f"}, Lifetime::until_ready);
    CHECK(multiples.instructions.empty());
    const double factors[] = {2, 1, 0.5, 1.5};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(multiples.outputs[i].of == 0);
        CHECK(multiples.outputs[i].factor == factors[i]);
    }
    const Tape others = outputs({"a", "u", "e"}, Lifetime::until_ready);
    for (std::size_t i = 0; i < 3; ++i) CHECK(others.outputs[i].of == i);
    const Tape kept = outputs({"a", "b", "c"}, Lifetime::to_the_end);
    for (std::size_t i = 0; i < 3; ++i) CHECK(kept.outputs[i].of == i);
    CHECK(kept.instructions.size() == 2);
}

TEST_CASE("whole numbers more than others that nobody keeps are not computed") {
    const Model model =
        model_of("define:\n  a: 1 to 9\n  b: ceil(a)\n  c: b + 2\n  e: c + 0.5\n  f: b * 2\n  g: f + 3\n  u: 2 + b\n");
    const Program program = compile(model, model.conventions);
    std::vector<std::uint32_t> slots;
    for (const auto* name : {"b", "c", "e", "g", "u"}) slots.push_back(slot_of(*model.find(name)));
    const Tape tape = make_tape(program, {program.draws[0].slot}, {{slots, Lifetime::until_ready}});
    const std::size_t of[] = {0, 0, 2, 3, 0};
    const double shifts[] = {0, 2, 0, 3, 2};
    for (std::size_t i = 0; i < slots.size(); ++i) {
        CAPTURE(i);
        CHECK(tape.outputs[i].of == of[i]);
        CHECK(tape.outputs[i].shift == shifts[i]);
    }
    CHECK(tape.instructions.size() == 4);  // ceil; + 2 and + 0.5 for the third; * 2 for the fourth
    const Tape kept = make_tape(program, {program.draws[0].slot}, {{slots, Lifetime::to_the_end}});
    for (const Output& each : kept.outputs) CHECK(each.shift == 0);
}

TEST_CASE("what nothing is added to is not computed again") {
    const Model model =
        model_of("define:\n  a: 1 to 9\n  b: a + 0\n  c: 0 + a\n  e: a - 0\n  f: 0 - a\n  g: ceil(a) + 0\n");
    const Program program = compile(model, model.conventions);
    std::vector<std::uint32_t> slots;
    for (const auto* name : {"a", "b", "c", "e", "f", "g"}) slots.push_back(slot_of(*model.find(name)));
    const Tape tape = make_tape(program, {program.draws[0].slot}, {{slots, Lifetime::until_ready}});
    CHECK(tape.instructions.size() == 2);  // 0 - a, and the ceiling
    for (std::size_t i = 0; i < 4; ++i) CHECK(tape.outputs[i].of == 0);
}

TEST_CASE("rounded quantities are whole, and what is made of such is whole or stepped") {
    const Model model = model_of("define:\n  a: 1 to 9\n  b: ceil(a)\n  c: b * 2 + 1\n  e: c / 4\n  u: b * a\n");
    const Program program = compile(model, model.conventions);
    std::vector<std::uint32_t> slots;
    for (const auto* name : {"a", "b", "c", "e", "u"}) slots.push_back(slot_of(*model.find(name)));
    const Tape tape = make_tape(program, {program.draws[0].slot}, {{slots, Lifetime::to_the_end}});
    using Kind = Histogram::Kind;
    const Kind kinds[] = {Kind::smooth, Kind::whole, Kind::whole, Kind::stepped, Kind::smooth};
    for (std::size_t i = 0; i < slots.size(); ++i) CHECK(tape.outputs[i].kind == kinds[i]);
}

}  // namespace bote::test::tape_test
