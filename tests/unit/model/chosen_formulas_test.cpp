#include "model/chosen_formulas.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::chosen_formulas_test {
namespace {

const ModelQuantity& quantity(const Model& model, std::string_view name) { return model[model.find(name).value()]; }

/// The names that the formula of a quantity reads, with blanks between them.
std::string reads(const Model& model, std::string_view name) {
    std::string all;
    for (const auto& each : quantity(model, name).names) {
        if (each.quantity == QuantityIndex::none) continue;
        all += (all.empty() ? "" : " ");
        all += model[each.quantity].name;
    }
    return all;
}

}  // namespace

TEST_CASE("a sum over the objects is written with their names, six at most") {
    std::string yaml = "objects:\n";
    for (const char* name : {"a1", "a2", "a3", "a4", "a5", "a6", "a7"})
        yaml += std::string("  ") + name + ": {writes: 1/s, object_size: 1 KB}\n";
    const Model seven = model_of(yaml);
    CHECK(quantity(seven, "writes").formula->text ==
          "a1.writes + a2.writes + a3.writes + a4.writes + a5.writes + a6.writes + ...");
    CHECK(reads(seven, "writes") == "a1.writes a2.writes a3.writes a4.writes a5.writes a6.writes a7.writes");
    const Model two = model_of("objects: {a1: {writes: 1/s}, a2: {writes: 2/s}}\n");
    CHECK(quantity(two, "writes").formula->text == "a1.writes + a2.writes");
    CHECK(quantity(two, "writes").origin == Origin::computed);
}

TEST_CASE("a policy of an object is that of the top level, given or assumed as that one is") {
    const Model model = model_of(
        "retention: 1 year\nobjects: {a1: {writes: 1/s, object_size: 1 KB}, a2: {writes: 1/s, object_size: 1 KB, "
        "retention: 2 years}}\n");
    const ModelQuantity& taken_over = quantity(model, "a1.retention");
    CHECK(taken_over.inherited);
    CHECK(taken_over.origin == Origin::given);
    CHECK(taken_over.formula->text == "retention");
    CHECK(reads(model, "a1.retention") == "retention");
    CHECK_FALSE(quantity(model, "a2.retention").inherited);
    CHECK(quantity(model, "a1.replication").origin == Origin::assumed);
}

TEST_CASE("a given formula keeps its text, its place and the names it reads") {
    const Model model = model_of("dau: 5M\nwrites: dau * 2/day\n");
    const ModelQuantity& writes = quantity(model, "writes");
    CHECK(writes.formula->text == "dau * 2/day");
    CHECK(writes.origin == Origin::given);
    CHECK(reads(model, "writes") == "dau");
    const Span place = model.places.at(static_cast<std::size_t>(writes.place));
    CHECK(place.end - place.begin == 11);
}

TEST_CASE("a row of the catalogue is pointed to, whether or not there are objects") {
    for (const std::string yaml : {"writes: 1M/day\n", "objects: {a1: {writes: 1M/day}}\n"}) {
        const Model model = model_of(yaml);
        const auto name = yaml.starts_with("objects") ? "a1.write_qps" : "write_qps";
        const ModelQuantity& qps = quantity(model, name);
        const auto& rows = qps.definition->alternatives;
        CHECK(qps.formula >= &rows.front());
        CHECK(qps.formula <= &rows.back());
    }
}

}  // namespace bote::test::chosen_formulas_test
