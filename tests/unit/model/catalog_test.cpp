#include "bote/model/catalog.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::catalog_test {
namespace {

const Catalog& catalog() { return built_in_catalog(); }

using Reached = IndexedVector<DefinitionIndex, std::set<DefinitionIndex>>;

/// Which definitions a definition reads, directly or through others.
Reached reach() {
    Reached reached(catalog().definitions.size());
    for (const DefinitionIndex start : catalog().definitions.indices()) {
        std::vector<DefinitionIndex> waiting{start};
        while (!waiting.empty()) {
            const DefinitionIndex id = waiting.back();
            waiting.pop_back();
            for (const auto& alternative : catalog()[id].alternatives) {
                for (const DefinitionIndex name : alternative.names) {
                    if (reached[start].insert(name).second) waiting.push_back(name);
                }
            }
        }
    }
    return reached;
}

/// The rows of a definition: its own, and those that kinds of tiers have in its place.
std::vector<const Definition*> rows_of(DefinitionIndex definition) {
    std::vector<const Definition*> rows{&catalog()[definition]};
    for (const auto& kind : catalog().kinds) {
        for (const auto& each : kind.rows) {
            if (each.definition == definition) rows.push_back(&each.row);
        }
    }
    return rows;
}

/// Whether a definition is named by another one, or by a step between them, in a row of any kind.
bool takes_part(DefinitionIndex part, DefinitionIndex whole) {
    for (const Definition* row : rows_of(whole)) {
        for (const auto& alternative : row->alternatives) {
            for (const DefinitionIndex name : alternative.names) {
                if (name == part || (catalog()[name].internal && name != whole && takes_part(part, name))) return true;
            }
        }
    }
    return false;
}

bool leads_into(const Alternative& alternative, DefinitionIndex target, const Reached& reached) {
    return std::any_of(alternative.names.begin(), alternative.names.end(),
                       [&](DefinitionIndex name) { return name == target || reached[name].contains(target); });
}

}  // namespace

TEST_CASE("every definition is found by its name, and nothing else is") {
    const auto& rows = catalog();
    REQUIRE(rows.by_name.size() == rows.definitions.size());
    for (const DefinitionIndex i : rows.definitions.indices()) {
        CAPTURE(rows[i].name);
        CHECK(rows.find(rows[i].name) == i);
    }
    for (std::size_t i = 1; i < rows.by_name.size(); ++i)
        CHECK(rows[rows.by_name[i - 1]].name < rows[rows.by_name[i]].name);
    for (const auto* wrong : {"", "DAU", "da", "dauu", "server", "zzz"}) CHECK_FALSE(rows.find(wrong));
}

TEST_CASE("each definition stands behind what it reads, but for what leads back and for what has to be given") {
    std::map<DefinitionIndex, std::size_t> place;
    for (std::size_t i = 0; i < catalog().by_dependency.size(); ++i) place[catalog().by_dependency[i]] = i;
    REQUIRE(place.size() == catalog().definitions.size());
    for (const DefinitionIndex i : catalog().definitions.indices()) {
        for (const auto& alternative : catalog()[i].alternatives) {
            if (alternative.back) continue;
            for (const DefinitionIndex name : alternative.names) {
                CAPTURE(catalog()[i].name, catalog()[name].name);
                const auto& given = alternative.given;
                const bool is_given = std::find(given.begin(), given.end(), name) != given.end();
                CHECK((is_given || place[name] < place[i]));
            }
        }
    }
}

TEST_CASE("what leads back leads to what rests on the quantity, and stands behind all other ways") {
    const auto reached = reach();
    for (const DefinitionIndex i : reached.indices()) {
        const auto& row = catalog()[i];
        CAPTURE(row.name);
        bool back = false;
        for (const auto& alternative : row.alternatives) {
            if (alternative.back) CHECK(leads_into(alternative, i, reached));
            else CHECK_FALSE(back);
            back = back || alternative.back;
        }
        CHECK(row.has_back == back);
    }
}

TEST_CASE("the users of a definition are those whose alternatives name it, each once") {
    std::map<DefinitionIndex, std::vector<DefinitionIndex>> expected;
    for (const DefinitionIndex user : catalog().definitions.indices()) {
        std::set<DefinitionIndex> named;
        for (const Definition* row : rows_of(user)) {
            for (const auto& alternative : row->alternatives)
                named.insert(alternative.names.begin(), alternative.names.end());
            if (row->stored != DefinitionIndex::none) named.insert(row->stored);
        }
        for (const DefinitionIndex name : named) expected[name].push_back(user);
    }
    for (const DefinitionIndex i : catalog().definitions.indices()) {
        const auto& row = catalog()[i];
        CAPTURE(row.name);
        CHECK(std::vector<DefinitionIndex>(row.users.begin(), row.users.end()) == expected[i]);
    }
}

TEST_CASE("an alternative is forgiving if it calls what leaves out absent arguments") {
    for (const auto& row : catalog().definitions) {
        for (const auto& alternative : row.alternatives) {
            CAPTURE(row.name, alternative.text);
            bool forgiving = false;
            for (const auto* call : {"sum(", "max(", "in_series(", "in_parallel("})
                forgiving = forgiving || alternative.text.find(call) != std::string_view::npos;
            CHECK(alternative.forgiving == forgiving);
        }
    }
}

TEST_CASE("the formula of every definition has the dimension of its unit") {
    for (const auto& row : catalog().definitions) {
        for (const auto& alternative : row.alternatives) {
            CAPTURE(row.name, alternative.text);
            std::vector<Dimension> dimensions;
            for (const DefinitionIndex name : alternative.names)
                dimensions.push_back(catalog()[name].display.dimension);
            const Text text = formula_text(std::string(alternative.text));
            Expression tree = parse_formula(text, {});
            const auto names = names_of(text.text, tree);
            REQUIRE(names.size() <= alternative.names.size());  // then come those of the condition
            for (std::size_t i = 0; i < names.size(); ++i) CHECK(names[i] == catalog()[alternative.names[i]].name);
            CHECK(resolve_units(text, tree, dimensions, row.display.dimension) == row.display.dimension);
            CHECK(tree.nodes().size() == alternative.tree.size());
        }
        const auto display = parse_display(row.unit);
        REQUIRE(display);
        CHECK(*display == row.display);
    }
}

TEST_CASE("a default stands last, and a neutral one is a default") {
    for (const auto& row : catalog().definitions) {
        for (std::size_t i = 0; i < row.alternatives.size(); ++i) {
            CAPTURE(row.name, row.alternatives[i].text);
            if (is_default(row.alternatives[i])) CHECK(i + 1 == row.alternatives.size());
            if (row.alternatives[i].neutral) CHECK(is_default(row.alternatives[i]));
        }
    }
}

TEST_CASE("a default lies within the bounds of its row") {
    for (const auto& row : catalog().definitions) {
        CAPTURE(row.name);
        if (row.alternatives.empty() || !is_default(row.alternatives.back())) continue;
        const double value = evaluate(row.alternatives.back().tree, {}, {});
        if (!row.bounds.low.empty()) CHECK(value >= evaluate(row.bounds.low, {}, {}));
        if (!row.bounds.high.empty()) CHECK(value <= evaluate(row.bounds.high, {}, {}));
        if (row.bounds.whole) CHECK(value == std::floor(value));
    }
}

TEST_CASE("a row names only what is visible in its scope") {
    for (const auto& row : catalog().definitions) {
        if (row.kind != Class::workload) continue;
        for (const auto& alternative : row.alternatives) {
            for (const DefinitionIndex name : alternative.names) {
                CAPTURE(row.name, catalog()[name].name);
                const Class kind = catalog()[name].kind;
                CHECK(kind != Class::object);  // of a policy the top level's, which is the default of the objects
            }
        }
    }
}

TEST_CASE("every resource of a tier takes part in its servers") {
    for (const auto& row : catalog().definitions) {
        const auto dot = row.name.find(".by_");
        if (dot == std::string_view::npos) continue;
        CAPTURE(row.name);
        const auto tier = std::string(row.name.substr(0, dot));
        const auto needed = catalog().find(tier + ".needed");
        const auto servers = catalog().find(tier + ".servers");
        REQUIRE(needed);
        REQUIRE(servers);
        CHECK(takes_part(*catalog().find(row.name), *needed));
        CHECK(catalog()[*servers].alternatives.front().names.front() == *needed);
        CHECK(row.internal);
    }
}

TEST_CASE("every row says what it means, and a name is no unit, function or word of the language") {
    const std::set<std::string_view> sections{"constants", "latency", "powers", "nines"};
    for (const auto& row : catalog().definitions) {
        CAPTURE(row.name);
        CHECK_FALSE(row.meaning.empty());
        CHECK_FALSE(row.section.empty());
        CHECK(find_unit(row.name) == nullptr);
        CHECK(find_function(row.name) == nullptr);
        CHECK_FALSE(is_reserved(row.name));
        if (row.kind != Class::tier) CHECK(row.constant == sections.contains(row.section));
    }
}

}  // namespace bote::test::catalog_test
