#pragma once
// What an instruction reads.

#include "bote/engine/program.hpp"
#include "bote/formula/operation.hpp"

namespace bote {

/// `visit` gets each slot that it reads.
template <class Visit>
void for_each_read(const Instruction& step, Visit visit) {
    const int count = row_of(step.op).kernels.operands;
    if (count >= 1) visit(step.a);
    if (count >= 2) visit(step.b);
    if (count >= 3) visit(step.c);
}

}  // namespace bote
