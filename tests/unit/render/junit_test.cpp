// JUnit's XML, from the findings themselves.

#include "bote/render/render.hpp"

#include "project/catch.hpp"

namespace bote::test::junit_test {
namespace {

std::string junit(std::vector<Annotation> annotations) {
    Report report;
    report.annotations = std::move(annotations);
    return render_junit(report, {});
}

const Annotation kFine{Severity::fine, "expectation", "a&b.yaml", 2, 5, 9, "qps < 1/s", "is 0.5/s"};
const Annotation kFailure{Severity::error, "expectation", "a&b.yaml", 3, 5, 9, "\"x\"", "is > 2/s\x1b"};
const Annotation kWrong{Severity::error, "input", "c.yaml", 0, 0, 0, "c.yaml", "is empty"};
const Annotation kWaiting{Severity::warning, "waiting", "c.yaml", 1, 2, 3, "Waiting", "growth"};

}  // namespace

TEST_CASE("each file of JUnit has a suite with its counts, and each finding an element of its kind") {
    CHECK(junit({kFine, kFailure, kWrong, kWaiting}) ==
          R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bote check" tests="4" failures="1" errors="1" skipped="1">
  <testsuite name="a&amp;b.yaml" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="a&amp;b.yaml" name="qps &lt; 1/s" file="a&amp;b.yaml" line="2"/>
    <testcase classname="a&amp;b.yaml" name="&quot;x&quot;" file="a&amp;b.yaml" line="3">
      <failure message="is &gt; 2/s\x1b" type="expectation">a&amp;b.yaml:3:5: &quot;x&quot;: is &gt; 2/s\x1b</failure>
    </testcase>
  </testsuite>
  <testsuite name="c.yaml" tests="2" failures="0" errors="1" skipped="1">
    <testcase classname="c.yaml" name="c.yaml" file="c.yaml">
      <error message="is empty" type="input">c.yaml: c.yaml: is empty</error>
    </testcase>
    <testcase classname="c.yaml" name="Waiting" file="c.yaml" line="1">
      <skipped message="growth">c.yaml:1:2: Waiting: growth</skipped>
    </testcase>
  </testsuite>
</testsuites>
)");
}

TEST_CASE("whatever fails but the input is a failure of JUnit") {
    for (const char* rule : {"contradiction", "waiting", "expectation"}) {
        const std::string text = junit({{Severity::error, rule, "a.yaml", 1, 1, 2, "x", "y"}});
        CAPTURE(rule);
        CHECK(text.find("tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\"") != std::string::npos);
        CHECK(text.find("<failure message=\"y\" type=\"" + std::string(rule) + "\">") != std::string::npos);
    }
}

TEST_CASE("without findings JUnit has no suite") {
    CHECK(junit({}) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<testsuites name=\"bote check\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\">\n</testsuites>\n");
}

}  // namespace bote::test::junit_test
