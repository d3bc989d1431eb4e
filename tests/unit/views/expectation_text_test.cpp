#include "bote/views/expectation_text.hpp"

#include <cmath>
#include <string>

#include "bote/views/uncertainty.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::expectation_text_test {
namespace {

/// The first expectation of a workload.
struct Expected {
    explicit Expected(const std::string& expectation, const std::string& more = "")
        : estimate(estimate_of("writes: 12345.6/s\nreads: 24691.2/s\nobject_size: 1 KB\n" + more + "expect: ['" +
                               expectation + "']\n")) {}

    const BoundExpectation& bound() const { return estimate.model.expectations.front(); }
    Sides sides() const { return sides_of(bound()); }
    std::string found() const { return found_text(estimate, 0); }

    Estimate estimate;
};

/// A value as it is printed with so many digits.
double rounded(double value, int digits) {
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - (digits - 1));
    return std::round(value / unit) * unit;
}

int digits_for(Comparison comparison, double left, double right, int usual = 3) {
    return telling_digits(usual, {comparison}, left, right,
                          [&](int digits) { return std::pair(rounded(left, digits), right); });
}

}  // namespace

TEST_CASE("a value gets as many digits as show on which side of its bound it is") {
    CHECK(digits_for(Comparison::less_equal, 390.2, 391) == 3);
    CHECK(digits_for(Comparison::less_equal, 391.07, 391) == 4);
    CHECK(digits_for(Comparison::less_equal, 391.004, 391) == 6);  // 391.00 is not above it
    CHECK(digits_for(Comparison::less, 390.96, 391) == 5);         // nor is 391.0 below it
    CHECK(digits_for(Comparison::less_equal, 390.96, 391) == 3);   // 391 is not above 391
    CHECK(digits_for(Comparison::less_equal, 390.2, 391, 5) == 5);
    CHECK(telling_digits(3, {Comparison::less}, 1, 2, [](int) { return std::pair(2.0, 1.0); }) == 15);
}

TEST_CASE("the side of an expectation that names something is looked at, the left one of two") {
    const Expected left("write_qps <= 1k/s");
    CHECK_FALSE(left.sides().are_turned);
    CHECK_FALSE(left.sides().both_name);
    CHECK(left.sides().terms.comparison == Comparison::less_equal);
    CHECK(left.sides().bound.data() == left.bound().right.data());
    const Expected right("1k/s <= write_qps");
    CHECK(right.sides().are_turned);
    CHECK(right.sides().terms.comparison == Comparison::greater_equal);
    CHECK(right.sides().actual.data() == right.bound().right.data());
    CHECK(right.sides().bound.data() == right.bound().left.data());
    CHECK(right.sides().names.data() == right.bound().right_names.data());
    const Expected both("write_qps < read_qps");
    CHECK_FALSE(both.sides().are_turned);
    CHECK(both.sides().both_name);
    CHECK_FALSE(Expected("1 < 2").sides().are_turned);
}

TEST_CASE("what is found has the unit and the digits of the bound where it reads well in them") {
    CHECK(Expected("write_qps <= 12000/s").found() == "12.3k/s");   // 12346 is too long for its unit
    CHECK(Expected("write_qps <= 12340/s").found() == "12.35k/s");  // asked to four digits
    CHECK(Expected("write_qps <= 123456/min").found() == "740.736k/min");
    CHECK(Expected("ingress <= 1 Gbps").found() == "98.8 Mbps");  // 0.0988 of one
    CHECK(Expected("ingress <= 10 MB/s").found() == "12.3 MB/s");
    CHECK(Expected("read_qps / write_qps <= 1").found() == "2");
    CHECK(Expected("hit_ratio >= 90%").found() == "80%");
}

TEST_CASE("an expectation with a chance holds by the samples, and without samples by its values") {
    const std::string ranged = "peak_factor: 2 to 8\n";  // a median of 4
    Expected often("peak_factor <= 4.2 at 40%", ranged);
    Expected seldom("peak_factor <= 4.2 at 95%", ranged);
    CHECK(expectation_holds(seldom.estimate, 0));
    CHECK(seldom.found() == "4");
    sample(often.estimate, {});
    sample(seldom.estimate, {});
    CHECK(expectation_holds(often.estimate, 0));
    CHECK_FALSE(expectation_holds(seldom.estimate, 0));
    CHECK(seldom.found().starts_with("chance 5"));
    Expected plain("peak_factor <= 4.2", ranged);
    sample(plain.estimate, {});
    CHECK(expectation_holds(plain.estimate, 0));
    CHECK(plain.found() == "4");
}

}  // namespace bote::test::expectation_text_test
