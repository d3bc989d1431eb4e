#include "bote/engine/cone.hpp"

#include <string>

#include "bote/engine/flip.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::cone_test {
namespace {

const std::string kTwo =
    "dau: 1M\nretention: 10 days\nobjects:\n"
    "  photo: {writes_per_user: 1/day, object_size: 1 MB}\n"
    "  note: {writes_per_user: 5/day, object_size: 1 KB, retention: 3 days}\n";

std::uint32_t slot_of(const Estimate& estimate, const std::string& name) { return slot_of(*estimate.model.find(name)); }

}  // namespace

TEST_CASE("a cone computes what its results take to follow an input, over the slots of the whole program") {
    const auto estimate = estimate_of(kTwo);
    const Program program = pinned(estimate.program, slot_of(estimate, "dau"));
    Columns columns = make_columns(program, 1);
    columns.cells[slot_of(estimate, "dau")] = 1e6;
    evaluate(program, columns);
    Cones cones(program, {slot_of(estimate, "dau")});
    const Program part = cones.of({slot_of(estimate, "photo.data")});
    CHECK(part.instructions.size() < program.instructions.size() / 10);
    CHECK(cones.rested_on(slot_of(estimate, "dau")));
    columns.cells[slot_of(estimate, "dau")] = 3e6;
    const double before = columns.cells[slot_of(estimate, "note.data")];
    evaluate(part, columns);
    CHECK(columns.cells[slot_of(estimate, "photo.data")] == near(30e12));  // 3M x 1 MB a day, for 10 days
    CHECK(columns.cells[slot_of(estimate, "note.data")] == before);
}

TEST_CASE("what does not follow the input needs no instruction") {
    const auto estimate = estimate_of(kTwo);
    Cones cones(estimate.program, {slot_of(estimate, "dau")});
    CHECK(cones.of({slot_of(estimate, "note.retention")}).instructions.empty());
    CHECK_FALSE(cones.rested_on(slot_of(estimate, "dau")));
}

TEST_CASE("every result has the value that the whole program gives it, one cone after the other") {
    const auto estimate = estimate_of(kTwo + "growth: 50%/year\nhorizon: 2 years\n");
    const std::uint32_t dau = slot_of(estimate, "dau");
    const Program program = pinned(estimate.program, dau);
    Columns whole = make_columns(program, 1);
    whole.cells[dau] = 1e6;
    evaluate(program, whole);
    Columns columns = whole;
    whole.cells[dau] = 7e6;
    evaluate(program, whole);
    Cones cones(program, {dau});
    columns.cells[dau] = 7e6;
    for (const auto index : estimate.model.quantities.indices()) {
        CAPTURE(estimate.model[index].name);
        Columns each = columns;
        evaluate(cones.of({slot_of(index)}), each);
        CHECK(each.cells[slot_of(index)] == near(whole.cells[slot_of(index)]));
    }
}

}  // namespace bote::test::cone_test
