#include "model/waiting.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::waiting_test {
namespace {

using Lines = std::vector<std::string>;

/// What waits in a workload.
Lines waiting(const std::string& yaml, const Overlay& overlay = {}) {
    const Workload workload = workload_of(yaml);
    Plan plan(workload, overlay);
    Model model;
    find_waiting(plan, workload, overlay, model);
    Lines lines;
    for (const WaitingInput& each : model.waiting) lines.push_back(describe(each));
    return lines;
}

std::string next(const std::string& yaml) {
    const Workload workload = workload_of(yaml);
    Plan plan(workload, {});
    Model model;
    find_waiting(plan, workload, {}, model);
    return model.next;
}

}  // namespace

TEST_CASE("a tier of which nothing is given waits for its load") {
    CHECK(waiting("writes: 1/s\nobject_size: 1 KB\ntiers:\n  box: {kind: kafka}\n  other: {load: 1/s}\n") ==
          Lines{"`box` (for `box.load`)"});
    CHECK(waiting("writes: 1/s\nobject_size: 1 KB\ntiers:\n  box: {load: 1/s}\n").empty());
    // With anything given it is that which waits.
    CHECK(waiting("writes: 1/s\nobject_size: 1 KB\ntiers:\n  box: {rps: 5k/s}\n") ==
          Lines{"`box.rps` (for `box.load`)"});
    // What lives there is a load too.
    CHECK(waiting("objects: {a1: {writes: 1/s, object_size: 1 KB}}\ntiers:\n  box: {stores: a1}\n").empty());
}

TEST_CASE("a tier of which a part is given waits for the rest, and not for what it has") {
    const std::string before = "writes: 1/s\nobject_size: 1 KB\ntiers:\n  t1: ";
    CHECK(waiting(before + "{kind: redis, entries: 500M}\n") == Lines{"`t1` (for `t1.load`)"});
    CHECK(waiting(before + "{kind: workers, load: write_qps}\n") == Lines{"`t1` (for `t1.rps`)"});
    CHECK(waiting(before + "{kind: vector_index, vectors: 1M}\n") == Lines{"`t1.vectors` (for `t1.dimensions`)"});
    CHECK(waiting(before + "{kind: search_index, document_size: 1 KB, load: 10/s}\n") ==
          Lines{"`t1.document_size` (for `t1.documents`)"});
    CHECK(waiting(before + "{kind: media_relay, participants: 1k, call_size: 4}\n") ==
          Lines{"`t1` (for `t1.stream_rate`)"});
    CHECK(waiting(before + "{kind: llm, model: llama-3-70b, accelerator: h100, load: 100/s, prompt_tokens: 1k}\n") ==
          Lines{"`t1` (for `t1.output_tokens`)"});
    CHECK(waiting(before + "{kind: llm, model: llama-3-70b, accelerator: h100, load: 100/s, prompt_tokens: 1k, "
                           "output_tokens: 0}\n")
              .empty());
}

TEST_CASE("a tier whose kind does not go by its load alone waits for the rest") {
    const std::string model =
        "tiers:\n  m: {kind: llm, parameters: 8B, accelerator: h100, load: 5/s, output_tokens: 99}\n";
    CHECK(waiting(model) == Lines{"`m` (for `m.layers`, `m.kv_heads` and `m.head_size`)"});
    CHECK(next(model) == "`m.layers`, `m.kv_heads` and `m.head_size`");
    CHECK(waiting("tiers:\n  m: {kind: llm, model: llama-3-70b, accelerator: h100, load: 5/s}\n") ==
          Lines{"`m` (for `m.prompt_tokens` and `m.output_tokens`)"});
    const std::string sockets = "tiers:\n  ws: {kind: websocket, load: 5/s}\n";
    CHECK(waiting(sockets) == Lines{"`ws` (for `ws.connections_needed`)"});
    CHECK(waiting("tiers:\n  ws: {kind: websocket}\n") == Lines{"`ws` (for `ws.connections_needed`)"});
    CHECK(waiting("tiers:\n  jobs: {kind: workers, load: 5/s}\n") == Lines{"`jobs` (for `jobs.rps`)"});
}

TEST_CASE("what to give next is named only where neither load nor storage follow") {
    CHECK(next("dau: 1M\n") == "`writes_per_user` and `object_size`");
    CHECK(next("reads: 1/s\n").empty());
    CHECK(next("storage: 5 TB\n").empty());
    CHECK(next("object_size: 1 KB\n") == "`writes`");
}

TEST_CASE("an option that is read nowhere is a mistake, a line that it displaces is none") {
    const std::string yaml = "dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\n";
    CHECK(waiting(yaml, options({"writes=5/s"})).empty());
    CHECK(errors_of(yaml, options({"growth=5%"})).size() == 1);
    CHECK(contains(errors_of(yaml, options({"growth=5%"})).front(), "`growth` has no effect: it needs `horizon`"));
    // A line that nothing reads in the file alone waits with the option too; one that the option completes does not.
    CHECK(waiting(yaml + "growth: 5%\n", options({"writes=5/s"})) == Lines{"`growth` (for `horizon`)"});
    CHECK(waiting(yaml + "growth: 5%\n", options({"horizon=2 years"})).empty());
    // Where the file cannot be computed alone, all that is not read is said.
    CHECK(waiting("writes: dau * 1/s\ngrowth: 5%\n", options({"dau=5"})) == Lines{"`growth` (for `horizon`)"});
}

TEST_CASE("what is given in vain is an error, whether or not something else waits") {
    const auto errors = errors_of("dau: 1M\nwrites_per_user: 1/day\nwrites: 5/s\ngrowth: 5%\n");
    REQUIRE(errors.size() == 1);
    CHECK(errors.front().starts_with("2:1: `writes_per_user` has no effect"));
    CHECK(waiting("writes: 5/s\nmau: 9M\nexpect: [mau < 10M]\n").empty());  // an expectation reads it
}

}  // namespace bote::test::waiting_test
