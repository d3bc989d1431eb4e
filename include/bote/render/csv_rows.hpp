#pragma once
// CSV, or TSV, of very many rows, column by column: as a report's records would print, at a fraction of the time.
//
//   CsvRows csv({"dau", "storage (B)"});
//   csv.add(rows, columns);                 // CsvColumn{numbers}, CsvColumn{.text = name_of_row}
//   csv.text()                              // "dau,storage (B)\n1000000,..."

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bote/render/number_block.hpp"
#include "bote/render/render.hpp"

namespace bote {

/// The fields of one column in some rows: numbers, or texts.
struct CsvColumn {
    const double* numbers = nullptr;
    double unit = 1;  // what the numbers are divided by
    /// Where there are no numbers: the text of a row. Called for each row in turn.
    std::function<std::string(std::size_t row)> text = {};
};

class CsvRows {
public:
    /// Begins with a line of titles.
    explicit CsvRows(const std::vector<std::string>& titles, const SheetLine& line = kCsvLine);

    void add(std::size_t rows, std::span<const CsvColumn> columns);

    /// What was added since the last clear().
    [[nodiscard]] std::string_view text() const { return {bytes_.data(), used_}; }
    void clear() { used_ = 0; }

private:
    void add_text(std::string_view text);
    void add_number(const NumberBlock& numbers, std::size_t row);
    void end_line() { bytes_[used_ - 1] = '\n'; }
    char* room_for(std::size_t count);
    void append(std::string_view text);
    void read_numbers(std::span<const CsvColumn> columns, std::size_t first, std::size_t count);

    SheetLine line_;
    std::vector<NumberBlock> numbers_;  // a field each; of one with texts it is empty
    std::vector<double> scaled_;
    std::vector<char> bytes_;
    std::size_t used_ = 0;
};

}  // namespace bote
