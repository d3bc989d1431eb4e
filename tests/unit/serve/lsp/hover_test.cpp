#include "serve/lsp/hover.hpp"

#include "project/catch.hpp"
#include "serve/lsp/file.hpp"

namespace bote::test::hover_test {
namespace {

std::string box(const std::string& marked) {
    const Marked file(marked);
    const Json hover = hover_at(file.analysis, file.cursor);
    return hover.is_null() ? "" : hover["contents"]["value"].get<std::string>();
}

void check_all(const std::string& text, const std::vector<std::string>& parts) {
    for (const auto& part : parts) {
        CAPTURE(text, part);
        CHECK(text.find(part) != std::string::npos);
    }
}

}  // namespace

TEST_CASE("over an input stand its value, what it moves, and what the catalogue says") {
    std::string marked = kShop;
    marked.insert(marked.find("replication") + 3, "|");
    check_all(box(marked), {"**replication** = **3** (given)", "storage: 125 TB to 188 TB", "Default: 3",
                            "copies in all", "Source: "});
}

TEST_CASE("over a name in a formula stand its working and what moves it most") {
    check_all(box(kShop + "expect:\n  - stor|age <= 100 TB\n"),
              {"**storage** = **156 TB** (computed)", "= `filled * replication`", "= `52.143 TB * 3`", "Moved most by",
               "disk to provide"});
}

TEST_CASE("over an object or a tier stand its figures") {
    const std::string text =
        "objects:\n  tweet:\n    writes: 10M/day\n    object_size: 1 KB\n"
        "tiers:\n  queue: {kind: kafka, load: tweet.write_qps}\n";
    std::string object = text;
    object.insert(object.find("tweet:"), "|");
    check_all(box(object), {"**tweet**: an object", "tweet.new_data = 10 GB/day"});
    std::string tier = text;
    tier.insert(tier.find("queue:"), "|");
    check_all(box(tier), {"**queue**: a tier", "queue.machines = "});
    std::string member = text;
    member.insert(member.find("write_qps"), "|");
    check_all(box(member), {"**tweet.write_qps** = **116/s** (computed)"});
}

TEST_CASE("where the file has errors, the catalogue still answers; elsewhere nothing does") {
    check_all(box("d|au: 5M\ndua: 1\n"), {"**dau**", "daily active users"});
    check_all(box(kShop + "expect:\n  - 2 * dau |< 5M\n"), {"Fails: it is 20M"});
    CHECK(box("# com|ment\ndau: 5M\n").empty());
    CHECK(box("dau: [|\n").empty());
}

TEST_CASE("in a scenario stands the value that it has there") {
    std::string marked = kShop + "scenarios:\n  big: {dau: 20M, replication: 2}\n";
    marked.insert(marked.rfind("dau") + 1, "|");
    check_all(box(marked), {"**dau** = **20M** (given)"});
    std::string other = kShop + "scenarios:\n  small: {dau: 1M}\n  big: {replication: 2}\n";
    other.insert(other.rfind("replication") + 1, "|");
    check_all(box(other), {"**replication** = **2** (given)"});
}

}  // namespace bote::test::hover_test
