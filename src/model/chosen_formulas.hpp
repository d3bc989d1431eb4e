#pragma once
// The formula that the graph chose for a quantity, as the model holds it. A row of the catalogue is pointed to where it
// is; a given value is kept in the form in which it was read; for a sum over the objects, and for a policy that an
// object takes over from the top level, a formula made of names alone is written: `tweet.storage + media.storage`.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bindings.hpp"
#include "bote/model/model.hpp"
#include "plan.hpp"

namespace bote {

class ChosenFormulas {
public:
    /// `places` get the places of given values.
    ChosenFormulas(const Plan& plan, Bindings& bindings, std::vector<Span>& places)
        : plan_(plan), graph_(*plan.graph), formulas_(*plan.formulas), bindings_(bindings), places_(places) {}

    /// Sets formula, names and origin of a present quantity whose definition is set already.
    void fill(NodeIndex id, ModelQuantity& quantity);

private:
    [[nodiscard]] Origin inherited_origin(NodeIndex policy) const;
    [[nodiscard]] bool is_neutral(NodeIndex policy) const;
    void fill_catalog(NodeIndex id, ModelQuantity& quantity) const;
    void fill_given(const Given& given, ModelQuantity& quantity);
    void fill_inherited(NodeIndex id, ModelQuantity& quantity);
    void fill_parts(NodeIndex id, ModelQuantity& quantity);
    void bind_reads(NodeIndex id, ModelQuantity& quantity);
    void add_name(NodeIndex id, std::vector<Node>& nodes);
    void keep_names(std::string text, std::vector<Node> nodes, ModelQuantity& quantity);
    const Alternative* keep(std::string_view text, Tree tree);

    const Plan& plan_;
    const Graph& graph_;
    Formulas& formulas_;
    Bindings& bindings_;
    std::vector<Span>& places_;
};

}  // namespace bote
