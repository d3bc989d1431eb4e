#include "bote/formula/prepared.hpp"

namespace bote {

Expression expression_of(const PreparedFormula& prepared) {
    return {{prepared.tree.begin(), prepared.tree.end()}, {prepared.names.begin(), prepared.names.end()}};
}

Expectation expectation_of(const Prepared& prepared) {
    return {expression_of(prepared.formula), expression_of(prepared.right), prepared.terms};
}

}  // namespace bote
