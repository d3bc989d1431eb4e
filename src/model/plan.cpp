// Everything about a workload that needs no numbers, in the order in which one step needs the other: conventions, given
// values, expectations, graph. Errors are thrown twice, after reading and after the graph, since a graph of values that
// could not be read would only repeat them.

#include "plan.hpp"

#include <utility>

#include "missing.hpp"

namespace bote {
namespace {

void throw_if_any(Errors& errors) {
    if (!errors.empty()) throw InputError(std::move(errors));
}

}  // namespace

Plan::Plan(const Workload& workload, const Overlay& overlay, std::shared_ptr<Formulas> kept_in)
    : nodes(built_in_catalog(), workload), formulas(std::move(kept_in)) {
    errors = workload.errors;
    errors.insert(errors.end(), overlay.errors.begin(), overlay.errors.end());
    conventions = read_conventions(workload, overlay.day, errors);
    Reader reader(nodes, conventions, *formulas, errors);
    givens = reader.read(workload, overlay);
    expectations = reader.read_expectations(workload, expected);
    if (!errors.empty()) reader.check_values(givens);
    throw_if_any(errors);
    for (std::size_t i = 0; i < workload.own.size(); ++i) own_displays.push_back(reader.own_display(i));
    graph.emplace(nodes, givens.in_force);
    errors = find_absent(*graph);
    throw_if_any(errors);
}

std::vector<NodeIndex> Plan::roots() {
    std::vector<NodeIndex> ids;
    std::vector<NodeIndex> absent;
    std::vector<Span> places;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        for (const auto& name : expected[i]) {
            if (name.id == NodeIndex::none) continue;
            if (graph->is_present(name.id)) {
                ids.push_back(name.id);
            } else if (places.empty() || places.back().begin != expectations[i / 2].where.begin) {
                absent.push_back(name.id);
                places.push_back(expectations[i / 2].where);
            }
        }
    }
    if (absent.empty()) return ids;
    const auto texts = missing_inputs(*graph, absent);
    for (std::size_t i = 0; i < texts.size(); ++i)
        errors.push_back({places[i], texts[i], "give what it is computed from"});
    throw_if_any(errors);
    return ids;
}

}  // namespace bote
