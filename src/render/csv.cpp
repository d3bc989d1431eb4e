#include <string>
#include <string_view>

#include "bote/render/render.hpp"
#include "records.hpp"

namespace bote {

std::string write_csv_text(std::string_view text) {
    std::string field = defuse(text);
    const bool blank_edge = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    if (!blank_edge && field.find_first_of(",\"") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char letter : field) {
        if (letter == '"') quoted += '"';
        quoted += letter;
    }
    return quoted + "\"";
}

std::string render_csv(const Report& report, const Canvas&) { return write_records(report, kCsvLine); }

}  // namespace bote
