#include "bote/base/precise.hpp"

#include <regex>
#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::precise_test {

TEST_CASE("powers and logarithms are the double nearest to what is meant") {
    CHECK(precise::pow(10, 3) == 1000);
    CHECK(precise::pow(2, 0.5) == 1.4142135623730951);  // 1.41421356237309504880
    CHECK(precise::log(10) == 2.302585092994046);       // 2.30258509299404568402
    CHECK(precise::exp(1) == 2.718281828459045);        // 2.71828182845904523536
    CHECK(precise::log2(8) == 3);
    CHECK(precise::log10(1e15) == 15);
    CHECK(precise::log1p(1e-18) == 1e-18);
    CHECK(precise::expm1(1e-18) == 1e-18);
    CHECK(precise::erfc(0) == 1);
    CHECK(precise::lgamma(5) == 3.1780538303479458);  // ln 24 = 3.17805383034794561965
    CHECK(std::isinf(precise::exp(1000)));
    CHECK(precise::pow(0, 0) == 1);
}

TEST_CASE("no source calls the C library's functions whose last digits depend on the processor") {
    const std::regex call(
        R"(\bstd::(exp|exp2|expm1|log|log2|log10|log1p|pow|erf|erfc|lgamma|tgamma|sin|cos|tan|atan2?)\()");
    for (const std::string folder : {"src", "include"}) {
        for (const std::string ending : {".cpp", ".hpp"}) {
            for (const auto& path : files_below(source_folder() / folder, ending)) {
                if (path.filename() == "precise.hpp") continue;
                for (const auto& line : lines_of(read_text(path))) {
                    CAPTURE(path.string(), line.number);
                    const std::string code = line.text.substr(0, line.text.find("//"));
                    CHECK_FALSE(std::regex_search(code, call));
                }
            }
        }
    }
}

}  // namespace bote::test::precise_test
