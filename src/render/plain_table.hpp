#pragma once
// A table as texts, for formats that draw nothing: the columns that hold drawings are gone, and every row has a cell
// for each of the others.
//
//   for (const auto& row : plain_table(table, report.conventions).rows) ...

#include <string>
#include <vector>

#include "bote/report/report.hpp"

namespace bote {

struct PlainTable {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

PlainTable plain_table(const Table& table, const Conventions& conventions);

/// Each block behind an empty line; none for a block that writes nothing.
template <class Write>
void write_apart(const std::vector<Block>& blocks, std::string& out, Write write) {
    for (const Block& block : blocks) {
        const std::size_t before = out.size();
        out += '\n';
        write(block);
        if (out.size() == before + 1) out.resize(before);
    }
}

}  // namespace bote
