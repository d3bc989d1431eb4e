#pragma once
// The tree of a report as programs read it.
//
//   json_of(estimate_data(estimate))["quantities"]["storage"]["unit"]      // "B"

#include <string>

#include <nlohmann/json.hpp>

#include "bote/render/render.hpp"
#include "bote/report/report.hpp"

namespace bote::test {

inline nlohmann::json json_of(Datum data) {
    Report report;
    report.data = std::move(data);
    return nlohmann::json::parse(render_json(report, Canvas{}));
}

inline nlohmann::json json_of(Datum::Object object) { return json_of(Datum{std::move(object)}); }

}  // namespace bote::test
