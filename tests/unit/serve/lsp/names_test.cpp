#include "serve/lsp/names.hpp"

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::names_test {
namespace {

/// "3:5 tweet = object tweet" for each use.
std::vector<std::string> uses(const std::string& yaml) {
    std::vector<std::string> lines;
    for (const NameUse& use : names_in(workload_of(yaml))) {
        constexpr std::string_view kRoles[] = {"quantity", "own", "object", "tier"};
        const Location location = location_of(use.where);
        lines.push_back(std::to_string(location.line) + ":" + std::to_string(location.column) + " " +
                        std::string(text_of(use.where)) + " = " +
                        std::string(kRoles[static_cast<std::size_t>(use.role)]) + " " + use.name +
                        (use.is_given ? " given" : ""));
    }
    return lines;
}

using Uses = std::vector<std::string>;

}  // namespace

TEST_CASE("names in an object's formulas are those of the object") {
    CHECK(uses("dau: 1M\nobjects:\n  gizmo:\n    writes: dau * 2/day\n    reads: writes * 10\n") ==
          Uses{"1:1 dau = quantity dau given", "3:3 gizmo = object gizmo given",
               "4:5 writes = quantity gizmo.writes given", "4:13 dau = quantity dau",
               "5:5 reads = quantity gizmo.reads given", "5:12 writes = quantity gizmo.writes"});
}

TEST_CASE("objects and tiers stand in dotted names, in lists, in scenarios and as words behind numbers") {
    CHECK(uses("objects: {gizmo: {writes: 5 gizmos/s}}\n"
               "tiers: {box: {stores: [gizmo], load: gizmo.qps}, next: {after: box}}\n"
               "expect: ['box.load > 1 gizmo/s']\n"
               "scenarios: {sale: {gizmo: {writes: 2/s}, gizmo.reads: 1/s}}\n") ==
          Uses{"1:11 gizmo = object gizmo given", "1:19 writes = quantity gizmo.writes given",
               "1:29 gizmos = object gizmo", "2:9 box = tier box given", "2:24 gizmo = object gizmo",
               "2:32 load = quantity box.load given", "2:38 gizmo = object gizmo",
               "2:38 gizmo.qps = quantity gizmo.qps", "2:50 next = tier next given", "2:64 box = tier box",
               "3:11 box = tier box", "3:11 box.load = quantity box.load", "3:24 gizmo = object gizmo",
               "4:20 gizmo = object gizmo", "4:28 writes = quantity gizmo.writes", "4:42 gizmo = object gizmo",
               "4:42 gizmo.reads = quantity gizmo.reads"});
}

TEST_CASE("an own quantity is named where it is defined and where it is used") {
    CHECK(uses("dau: 1M\ndefine:\n  mine [/s]: dau * 2/s\n  more: mine * 2\nmine2: 1\n") ==
          Uses{"1:1 dau = quantity dau given", "3:3 mine = own mine given", "3:14 dau = quantity dau",
               "4:3 more = own more given", "4:9 mine = own mine", "5:1 mine2 = quantity mine2 given"});
}

TEST_CASE("a name keeps its form under another name") {
    CHECK(in_form_of("photo", "photo", "image") == "image");
    CHECK(in_form_of("photos", "photo", "image") == "images");
    CHECK(in_form_of("photos", "photo", "story") == "stories");
    CHECK(in_form_of("stories", "story", "box") == "boxes");
    CHECK(in_form_of("tweet", "tweets", "posts") == "post");
    CHECK(in_form_of("tweet", "tweets", "post") == "post");
}

}  // namespace bote::test::names_test
