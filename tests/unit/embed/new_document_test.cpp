#include "bote/embed/new_document.hpp"

#include <string>
#include <vector>

#include "bote/base/text.hpp"
#include "bote/embed/document.hpp"
#include "bote/model/workload.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::new_document_test {
namespace {

Document document_of(const std::string& name) { return read_document(make_source("new.md", new_document(name))); }

}  // namespace

TEST_CASE("a new section holds one workload, named as it is asked to be, whatever the name is made of") {
    for (const std::string name : {"Chat", "Chat \"2\"", "a \\ b\\", "\\\"", "Café {} # no comment", "it's: here"}) {
        CAPTURE(name);
        const Document document = document_of(name);
        CHECK(document.errors.empty());
        REQUIRE(document.workloads.size() == 1);
        CHECK(document.workloads.front().name.empty());
        CHECK(workload_of(document.workloads.front().content).name == name);
    }
}

TEST_CASE("the blocks of a new section have no answers yet and ask its own workload") {
    const Document document = document_of("Chat");
    std::size_t within = 0;
    for (const auto& block : document.blocks) {
        const std::string command(text_of(block.command));
        CAPTURE(command);
        CHECK(trim(body_of(document, block)).empty());
        CHECK(block.checksum.empty());
        CHECK(split(command, ' ').at(1) == "#");
        if (block.placement == Placement::sentence) ++within;
    }
    CHECK(within == 5);
    CHECK(document.blocks.size() == 12);
}

TEST_CASE("the workload of a new section gives all that its sentences tell") {
    const Estimate estimate = estimate_of(document_of("Chat").workloads.front().content);
    for (const std::string name : {"horizon", "peak_qps", "storage", "peak_bandwidth", "machines"}) {
        CAPTURE(name);
        CHECK(value(estimate, name) > 0);
    }
    CHECK(estimate.model.expectations.size() == 1);
    CHECK(estimate.model.name == "Chat");
}

}  // namespace bote::test::new_document_test
