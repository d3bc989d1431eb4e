#pragma once
// The texts of cells, as every format has them before it escapes them.

#include <string>
#include <vector>

#include "bote/report/report.hpp"

namespace bote::test {

using Texts = std::vector<std::string>;

inline Texts texts_of(const std::vector<Cell>& cells, const Conventions& conventions = {}) {
    Texts texts;
    for (const Cell& cell : cells) append_text(cell, conventions, texts.emplace_back());
    return texts;
}

}  // namespace bote::test
