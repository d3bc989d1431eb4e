#include "bote/render/csv_rows.hpp"

#include <algorithm>

#include "bote/base/index.hpp"
#include "bote/render/number.hpp"
#include "bote/render/render.hpp"

namespace bote {

CsvRows::CsvRows(const std::vector<std::string>& titles, const SheetLine& line) : line_(line), numbers_(titles.size()) {
    for (const auto& title : titles) add_text(title);
    end_line();
}

void CsvRows::add(std::size_t rows, std::span<const CsvColumn> columns) {
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t read = row % NumberBlock::kRows;
        if (read == 0) read_numbers(columns, row, std::min(rows - row, NumberBlock::kRows));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].numbers != nullptr) add_number(numbers_[i], read);
            else add_text(columns[i].text(row));
        }
        end_line();
    }
}

void CsvRows::add_text(std::string_view text) {
    append(line_.write_text(text));
    append(std::string_view(&line_.separator, 1));
}

void CsvRows::add_number(const NumberBlock& numbers, std::size_t row) {
    char* const begin = room_for(kLongestNumber + 1);
    char* end = numbers.put(begin, row);
    *end++ = line_.separator;
    used_ += at(end - begin);
}

char* CsvRows::room_for(std::size_t count) {
    if (bytes_.size() - used_ < count) bytes_.resize(2 * (used_ + count));
    return bytes_.data() + used_;
}

void CsvRows::append(std::string_view text) {
    std::copy(text.begin(), text.end(), room_for(text.size()));
    used_ += text.size();
}

void CsvRows::read_numbers(std::span<const CsvColumn> columns, std::size_t first, std::size_t count) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].numbers == nullptr) continue;
        std::span<const double> values{columns[i].numbers + first, count};
        if (columns[i].unit != 1) {
            scaled_.clear();
            for (const double value : values) scaled_.push_back(value / columns[i].unit);
            values = scaled_;
        }
        numbers_[i].read(values);
    }
}

}  // namespace bote
