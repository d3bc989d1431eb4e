#include "cells.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/picture.hpp"

namespace bote {
namespace {

/// Beside many columns of numbers a remark of more bytes is given room, or it would be a pillar of single words.
constexpr std::size_t kLongRemark = 80;

bool is_name_start(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
}
bool is_name(char letter) { return is_name_start(letter) || (letter >= '0' && letter <= '9') || letter == '.'; }

std::string_view class_of(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::number: return " class=\"n\"";
        case ColumnKind::formula:
        case ColumnKind::detail: return " class=\"f\"";
        case ColumnKind::drawing: return " class=\"draw\"";
        case ColumnKind::text:
        case ColumnKind::remark: return "";
    }
    return "";
}

double px(double value) {
    constexpr double kTenth = 10;
    return std::round(value * kTenth) / kTenth;
}

constexpr double kWide = 132;
constexpr double kHigh = 14;

std::string small(std::string_view body) {
    return fmt::format(
        R"(<svg class="mini" width="{0}" height="{1}" viewBox="0 0 {0} {1}" aria-hidden="true">{2}</svg>)", kWide,
        kHigh, body);
}

std::string rect(double left, double top, double width, double height) {
    return fmt::format(R"(<rect class="m-fill" x="{}" y="{}" width="{}" height="{}"/>)", px(left), px(top),
                       px(std::max(width, 0.0)), px(height));
}

std::string line(std::string_view kind, double x1, double y1, double x2, double y2) {
    return fmt::format(R"(<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>)", kind, px(x1), px(y1), px(x2), px(y2));
}

double along(double part) { return (1 + std::clamp(part, -1.0, 1.0)) * (kWide / 2 - 2) + 2; }

}  // namespace

std::string anchor_of(std::string_view quantity) {
    std::string anchor = "q-";
    for (const char letter : quantity) {
        const auto code = static_cast<unsigned>(static_cast<unsigned char>(letter));
        anchor += is_name(letter) || letter == '-' ? std::string(1, letter) : fmt::format("-x{:02x}", code);
    }
    return anchor;
}

std::string small_drawing(const Drawing& drawing) {
    constexpr double kMiddle = kHigh / 2;
    return std::visit(
        Overloaded{
            [](const Bar& bar) { return small(rect(0, 2, std::clamp(bar.length, 0.0, 1.0) * kWide, kHigh - 4)); },
            [](const Interval& each) {
                const double left = along(each.low);
                const double right = along(each.high);
                return small(line("m-line", left, kMiddle, right, kMiddle) + line("m-line", left, 3, left, kHigh - 3) +
                             line("m-line", right, 3, right, kHigh - 3) + rect(along(0) - 2, 3, 4, kHigh - 6));
            },
            [](const SwingBar& each) {
                return small(rect(along(each.low), 2, along(each.high) - along(each.low), kHigh - 4) +
                             line("m-axis", along(0), 0, along(0), kHigh));
            },
            [](const Spark& spark) {
                std::string bars;
                const double step = kWide / static_cast<double>(std::max<std::size_t>(spark.heights.size(), 1));
                for (std::size_t i = 0; i < spark.heights.size(); ++i) {
                    const double height = std::clamp(spark.heights[i], 0.0, 1.0) * kHigh;
                    bars += rect(step * static_cast<double>(i), kHigh - height, step - 1, height);
                }
                return small(bars);
            },
        },
        drawing);
}

std::string escape_prose(std::string_view plain) {
    std::string out;
    bool code = false;
    const auto parts = split(plain, '`');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && (code || i + 1 < parts.size())) out += code ? "</code>" : "<code>";
        else if (i > 0) out += '`';
        if (i > 0) code = !code;
        out += escape_xml(parts[i]);
    }
    return out;
}

TableWriter::TableWriter(const Report& report) : report_(report) {
    for (const std::string& name : report.names)
        if (!name.empty()) anchors_.emplace(name, anchor_of(name));
}

std::string TableWriter::quantity(const Quantity& quantity) const {
    const std::string text = escape_xml(format(quantity.value, quantity.display, report_.conventions, quantity.digits));
    const auto index = at(quantity.of);
    if (quantity.of < 0 || index >= report_.names.size() || report_.names[index].empty()) return text;
    return fmt::format("<a href=\"#{}\">{}</a>", anchors_.find(report_.names[index])->second, text);
}

/// Names are those of the same object where it has one.
std::string TableWriter::formula(std::string_view text, std::string_view owner) const {
    const auto dot = owner.rfind('.');
    const std::string object = dot == std::string_view::npos ? "" : std::string(owner.substr(0, dot + 1));
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (end < text.size() && is_name(text[end]) == is_name(text[i])) ++end;
        const std::string_view word = text.substr(i, end - i);
        auto found = anchors_.find(object + std::string(word));
        if (found == anchors_.end()) found = anchors_.find(word);
        if (found == anchors_.end()) out += escape_xml(word);
        else out += fmt::format("<a href=\"#{}\">{}</a>", found->second, escape_xml(word));
        i = end;
    }
    return out;
}

std::string TableWriter::cell(const Table& table, std::size_t row, std::size_t column) const {
    if (column >= table.rows[row].size()) return "";
    const bool working = !table.anchors.empty();
    const Cell& cell = table.rows[row][column];
    const ColumnKind kind = table.columns[column].kind;
    return std::visit(Overloaded{
                          [](std::monostate) { return std::string(); },
                          [&](const std::string& text) {
                              if (!is_code(kind) || text.empty()) return escape_prose(text);
                              const std::string code = working ? formula(text, table.anchors[row]) : escape_xml(text);
                              return "<code>" + code + "</code>";
                          },
                          [&](const Quantity& each) {
                              if (!working) return quantity(each);
                              return escape_xml(format(each.value, each.display, report_.conventions, each.digits));
                          },
                          [](const Drawing& drawing) { return small_drawing(drawing); },
                      },
                      cell);
}

void TableWriter::write_head(const Table& table, std::string& out) const {
    const bool named = std::any_of(table.columns.begin(), table.columns.end(),
                                   [](const Column& column) { return !column.title.empty(); });
    if (!named) return;
    out += "<thead><tr>";
    for (const Column& column : table.columns) {
        const bool empty = trim(column.title).empty();
        const bool placed = column.kind == ColumnKind::number || column.kind == ColumnKind::drawing;
        const std::string_view kind = placed ? class_of(column.kind) : "";
        if (empty) out += "<td></td>";
        else out += fmt::format("<th scope=\"col\"{}>{}</th>", kind, escape_xml(column.title));
    }
    out += "</tr></thead>\n";
}

void TableWriter::write_row(const Table& table, std::size_t row, std::string& out) const {
    if (table.anchors.empty()) out += "<tr>";
    else out += fmt::format("<tr id=\"{}\">", anchor_of(table.anchors[row]));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const ColumnKind kind = table.columns[i].kind;
        const std::string text = cell(table, row, i);
        const bool head = i == 0 && !text.empty() && (kind == ColumnKind::text || kind == ColumnKind::number);
        if (head) out += fmt::format("<th scope=\"row\"{}>{}</th>", class_of(kind), text);
        else if (kind == ColumnKind::remark && text.size() > kLongRemark) out += "<td class=\"r\">" + text + "</td>";
        else out += fmt::format("<td{}>{}</td>", class_of(kind), text);
    }
    out += "</tr>\n";
}

void TableWriter::write(const Table& table, std::string_view label, std::string& out) const {
    if (table.columns.empty()) return;
    out += fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{}\"><table>\n",
                       escape_xml(label.empty() ? "Table" : label));
    write_head(table, out);
    out += "<tbody>\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) write_row(table, row, out);
    out += "</tbody></table></div>\n";
}

}  // namespace bote
