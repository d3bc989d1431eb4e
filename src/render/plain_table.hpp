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

}  // namespace bote
