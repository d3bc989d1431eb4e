#include "bote/model/failure.hpp"

#include <string>

#include "bote/model/catalog.hpp"
#include "bote/model/workload.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::failure_test {

TEST_CASE("a failure is found by its whole name and by nothing else") {
    for (const Failure& each : all_failures()) CHECK(find_failure(each.name) == &each);
    for (const auto* name : {"", "zone", "zone-down ", "Zone-Down", "10", "normal"}) {
        CAPTURE(name);
        CHECK(find_failure(name) == nullptr);
    }
    CHECK(std::string(find_failure("10x")->load_by) == "10");
    CHECK(std::string(find_failure("region-loss")->changes) == "regions_down=1");
}

TEST_CASE("what a failure changes and assumes are quantities of the model with values that they can have") {
    for (const Failure& each : all_failures()) {
        CAPTURE(each.name);
        for (const std::string_view assignment : {each.assumed, each.changes}) {
            if (assignment.empty()) continue;
            const Setting setting = read_option(assignment);
            const auto definition = built_in_catalog().find(setting.key.text);
            REQUIRE(definition);
            CHECK_NOTHROW(value_of(setting.value.text, built_in_catalog()[*definition].display.dimension));
        }
        // Every `{quantity}` of the meaning has a value that the failure sets or assumes.
        for (auto open = each.meaning.find('{'); open != std::string_view::npos;
             open = each.meaning.find('{', open + 1)) {
            const std::string named(each.meaning.substr(open + 1, each.meaning.find('}', open) - open - 1));
            CAPTURE(named);
            CHECK((each.assumed.starts_with(named + "=") || each.changes.starts_with(named + "=")));
        }
    }
}

}  // namespace bote::test::failure_test
