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

namespace bote::test {
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
    const Tape tape = make_tape(program, inputs, {{slots, Keep::all}});
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
    run(tape.steps, block);
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

TEST_CASE("a tape computes what the program does, on every preset") {
    unsigned seed = 0;
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        const Model model = model_of(std::string(preset.text));
        agree(compile(model, model.conventions), ++seed);
    }
}

TEST_CASE("a tape computes what the program does, on workloads by chance") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        try {
            const Model model = model_of(AnyWorkload(seed).text());
            CAPTURE(seed);
            agree(compile(model, model.conventions), seed);
        } catch (const InputError&) {
            continue;  // an input that happens to be unused
        }
    }
}

TEST_CASE("a tape holds only what varies and is asked for, in few columns") {
    const Model model =
        model_of("define:\n  a: 3\n  b: a * 2\n  c: b + 1\n  u: sqrt(c)\n  e: u * u\n  f: e + 5\n  g: f\n  w: 5 * 7\n");
    const Program program = compile(model, model.conventions);
    const auto slot = [&](const char* name) { return static_cast<std::uint32_t>(*model.find(name)); };
    const Tape tape = make_tape(program, {slot("c")}, {{{slot("e"), slot("b"), slot("g")}, Keep::none}});
    CHECK(tape.steps.size() == 3);
    CHECK(tape.columns == 1);
    CHECK(tape.outputs[0].varies);
    CHECK(tape.outputs[0].ready == 2);
    CHECK_FALSE(tape.outputs[1].varies);
    CHECK(tape.outputs[1].value == 6);
    CHECK(tape.outputs[2].varies);
    CHECK(tape.outputs[2].ready == 3);
    CHECK(make_tape(program, {slot("a")}, {{{slot("w")}, Keep::all}}).inputs[0] == kNoColumn);
}

TEST_CASE("of constant multiples that nobody keeps only the first is computed") {
    const Model model = model_of("define:\n  a: 1 to 9\n  b: a * 2\n  c: b / 4\n  u: c + 1\n  e: 0 - b\n  f: 3 * c\n");
    const Program program = compile(model, model.conventions);
    const auto outputs = [&](const std::vector<const char*>& names, Keep keep) {
        std::vector<std::uint32_t> slots;
        for (const auto* name : names) slots.push_back(static_cast<std::uint32_t>(*model.find(name)));
        return make_tape(program, {program.draws[0].slot}, {{slots, keep}});
    };
    const Tape multiples = outputs({"b", "a", "c", "f"}, Keep::none);
    CHECK(multiples.steps.size() == 1);
    const double factors[] = {1, 0.5, 0.25, 0.75};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(multiples.outputs[i].of == 0);
        CHECK(multiples.outputs[i].factor == factors[i]);
    }
    const Tape others = outputs({"a", "u", "e"}, Keep::none);
    for (std::size_t i = 0; i < 3; ++i) CHECK(others.outputs[i].of == i);
    const Tape kept = outputs({"a", "b", "c"}, Keep::all);
    for (std::size_t i = 0; i < 3; ++i) CHECK(kept.outputs[i].of == i);
    CHECK(kept.steps.size() == 2);
}

TEST_CASE("rounded quantities, and what is made of such, are stepped") {
    const Model model = model_of("define:\n  a: 1 to 9\n  b: ceil(a)\n  c: b * 2 + 1\n  u: b * a\n");
    const Program program = compile(model, model.conventions);
    std::vector<std::uint32_t> slots;
    for (const auto* name : {"a", "b", "c", "u"}) slots.push_back(static_cast<std::uint32_t>(*model.find(name)));
    const Tape tape = make_tape(program, {program.draws[0].slot}, {{slots, Keep::all}});
    CHECK_FALSE(tape.outputs[0].stepped);
    CHECK(tape.outputs[1].stepped);
    CHECK(tape.outputs[2].stepped);
    CHECK_FALSE(tape.outputs[3].stepped);
}

}  // namespace bote::test
