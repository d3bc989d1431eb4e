// What a GitHub workflow reads, from the findings themselves.

#include "bote/render/render.hpp"

#include "project/catch.hpp"

namespace bote::test::github_test {
namespace {

std::string github(std::vector<Annotation> annotations) {
    Report report;
    report.annotations = std::move(annotations);
    return render_github(report, {});
}

}  // namespace

TEST_CASE("what parts the properties of a command, and its lines, stands as codes") {
    CHECK(github({{Severity::warning, "waiting", "a:b,c%.yaml", 3, 5, 9, "grow, 10%: x", "two\nlines::"}}) ==
          "::warning file=a%3Ab%2Cc%25.yaml,line=3,col=5,endColumn=9,title=bote waiting::grow, 10%25: x: two lines::\n"
          "bote check: 1 check, 0 errors, 1 warning\n");
}

TEST_CASE("what is fine is counted and not marked, and what concerns the whole file has no line") {
    const Annotation fine{Severity::fine, "expectation", "a.yaml", 1, 1, 2, "qps > 1/s", "is 2/s"};
    const Annotation failure{Severity::error, "input", "a.yaml", 0, 0, 0, "a.yaml", "is empty"};
    const Annotation warning{Severity::warning, "waiting", "a.yaml", 1, 2, 3, "Waiting", "growth"};
    CHECK(github({fine, failure, warning, warning}) ==
          "::error file=a.yaml,title=bote input::a.yaml: is empty\n"
          "::warning file=a.yaml,line=1,col=2,endColumn=3,title=bote waiting::Waiting: growth\n"
          "::warning file=a.yaml,line=1,col=2,endColumn=3,title=bote waiting::Waiting: growth\n"
          "bote check: 4 checks, 1 error, 2 warnings\n");
    CHECK(github({}) == "bote check: 0 checks, 0 errors, 0 warnings\n");
}

}  // namespace bote::test::github_test
