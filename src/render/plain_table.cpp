#include "plain_table.hpp"

#include "bote/base/text.hpp"

namespace bote {

PlainTable plain_table(const Table& table, const Conventions& conventions) {
    PlainTable plain;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind == ColumnKind::drawing) continue;
        shown.push_back(i);
        plain.columns.push_back({show_in_line(table.columns[i].title), table.columns[i].kind});
    }
    for (const std::vector<Cell>& row : table.rows) {
        std::vector<std::string>& texts = plain.rows.emplace_back();
        for (const std::size_t i : shown) {
            std::string text;
            if (i < row.size()) append_text(row[i], conventions, text);
            texts.push_back(show_in_line(text));
        }
    }
    return plain;
}

}  // namespace bote
