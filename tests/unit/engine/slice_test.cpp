#include "bote/engine/slice.hpp"

#include <string>

#include "bote/engine/flip.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::slice_test {
namespace {

std::uint32_t slot_of(const Estimate& estimate, const std::string& name) { return slot_of(*estimate.model.find(name)); }

}  // namespace

TEST_CASE("a slice computes what the quantity moves, and takes the rest as it is") {
    // 1 KB a day and user for 10 days: 10 KB for each user, whatever the reads.
    const auto estimate =
        estimate_of("dau: 1M\nwrites_per_user: 1/day\nreads_per_user: 50/day\nobject_size: 1 KB\nretention: 10 days\n");
    const Program small =
        Slicer(estimate.program, estimate.values.slots, {slot_of(estimate, "data")}).slice(slot_of(estimate, "dau"));
    CHECK(small.instructions.size() < estimate.program.instructions.size() / 4);
    Columns columns = make_columns(small, 2);
    columns.cells[0] = 2e6;
    columns.cells[1] = 5e6;
    evaluate(small, columns);
    CHECK(columns.cells[columns.pitch] == near(20e9));
    CHECK(columns.cells[columns.pitch + 1] == near(50e9));
}

TEST_CASE("a slice of a given quantity that is computed otherwise leaves it to the caller") {
    const auto estimate = estimate_of("mau: 10M\nactive_share: 50%\nwrites_per_user: 86400/day\n");
    const Program small =
        Slicer(estimate.program, estimate.values.slots, {slot_of(estimate, "writes")}).slice(slot_of(estimate, "dau"));
    Columns columns = make_columns(small, 1);
    columns.cells[0] = 7;
    evaluate(small, columns);
    CHECK(columns.cells[columns.pitch] == near(7));
}

TEST_CASE("a result that the quantity does not move keeps its value") {
    const auto estimate = estimate_of("dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\nretention: 10 days\n");
    const Program small = Slicer(estimate.program, estimate.values.slots, {slot_of(estimate, "retention")})
                              .slice(slot_of(estimate, "dau"));
    CHECK(small.instructions.empty());
    CHECK(small.initial[1] == near(10 * 86400.0));
}

TEST_CASE("one slicer makes slices for many quantities, each of its own") {
    const auto estimate = estimate_of("dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\nretention: 10 days\n");
    Slicer slicer(estimate.program, estimate.values.slots, {slot_of(estimate, "data")});
    for (const std::string name : {"dau", "writes_per_user", "object_size", "retention", "dau"}) {
        CAPTURE(name);
        const Program small = slicer.slice(slot_of(estimate, name));
        Columns columns = make_columns(small, 1);
        columns.cells[0] = 3 * value(estimate, name);
        evaluate(small, columns);
        CHECK(columns.cells[columns.pitch] == near(3 * 10e9));
    }
}

TEST_CASE("a slice follows the whiteboard's twin of a quantity") {
    const auto estimate = estimate_of("dau: 1M\nwrites_per_user: 1/day\ndefine: {rough: whiteboard(writes)}\n");
    Slicer slicer(estimate.program, estimate.values.slots, {slot_of(estimate, "rough")});
    const auto rough_for = [&](double dau) {
        const Program small = slicer.slice(slot_of(estimate, "dau"));
        Columns columns = make_columns(small, 1);
        columns.cells[0] = dau;
        evaluate(small, columns);
        return columns.cells[columns.pitch];
    };
    Columns whole = make_columns(pinned(estimate.program, slot_of(estimate, "dau")), 1);
    whole.cells[slot_of(estimate, "dau") * whole.pitch] = 3e6;
    evaluate(pinned(estimate.program, slot_of(estimate, "dau")), whole);
    CHECK(rough_for(3e6) == whole.cells[slot_of(estimate, "rough") * whole.pitch]);
    CHECK(rough_for(1e6) == value(estimate, "rough"));
}

}  // namespace bote::test::slice_test
