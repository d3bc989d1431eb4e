// Other names for objects, tiers and own quantities.

#include "serve/lsp/symbols.hpp"

#include <string>

#include "bote/serve/rpc.hpp"
#include "project/catch.hpp"
#include "serve/lsp/file.hpp"

namespace bote::test::rename_test {
namespace {

constexpr const char* kUri = "file:///test.bote.yaml";

std::string renamed(const std::string& marked, const std::string& name) {
    const Marked file(marked);
    return edited(file.analysis, rename_at(file.analysis, kUri, file.cursor, name)["changes"][kUri]);
}

/// Why a name is refused; "renamed" where it is not.
std::string refused(const std::string& marked, const std::string& name) {
    try {
        renamed(marked, name);
    } catch (const RpcProblem& problem) {
        return problem.what();
    }
    return "renamed";
}

std::string placeholder(const std::string& marked) {
    const Marked file(marked);
    const Json range = renamable_at(file.analysis, file.cursor);
    if (range.is_null()) return "none";
    return range["placeholder"].get<std::string>() + " at " + text_in(file.analysis, range["range"]);
}

const std::string kObjects = "objects:\n  tweet: {writes: 1/s}\n  photo: {writes: 2/s}\n";

}  // namespace

TEST_CASE("a chosen name can be changed from before its first letter to behind its last") {
    CHECK(placeholder("objects:\n  |tweet: {writes: 1/s}\n") == "tweet at tweet");
    CHECK(placeholder("objects:\n  tweet|: {writes: 1/s}\n") == "tweet at tweet");
    CHECK(placeholder("objects:\n | tweet: {writes: 1/s}\n") == "none");
    CHECK(placeholder("objects:\n  tweet: {wri|tes: 1/s}\n") == "none");
    CHECK(placeholder(kObjects + "expect: [twe|et.writes > 0/s]\n") == "tweet at tweet");
    CHECK(placeholder(kObjects + "expect: [tweet.wr|ites > 0/s]\n") == "none");
    CHECK(placeholder("define:\n  twi|ce: 2\n") == "twice at twice");
}

TEST_CASE("every place of a name gets the other one, and no place of other names that hold it") {
    CHECK(renamed("objects:\n  post: {writes: 1/s}\n  postcard: {writes: 2/s}\nexpect: [po|st.qps < postcard.qps]\n",
                  "note") ==
          "objects:\n  note: {writes: 1/s}\n  postcard: {writes: 2/s}\nexpect: [note.qps < postcard.qps]\n");
    CHECK(renamed("dau: 5M\ndefine:\n  tw|ice: dau * 2\n  more: twice + twice\n", "both") ==
          "dau: 5M\ndefine:\n  both: dau * 2\n  more: both + both\n");
    CHECK(renamed("objects:\n  tw|eet: {writes: 1/s}\n", "tweet") == "objects:\n  tweet: {writes: 1/s}\n");
}

TEST_CASE("a name that cannot be is refused in the words of a file that has it") {
    CHECK(refused("dau: 5|M\n", "x") == "only objects, tiers and own quantities can be renamed");
    CHECK(refused("dau: 5M\n  # no|thing\n", "x") == "only objects, tiers and own quantities can be renamed");
    std::string objects = kObjects;
    objects.insert(objects.find("tweet"), "|");
    CHECK(refused(objects, "photo") == "there is a 'photo' already");
    CHECK(refused(objects, "dau") == Marked("objects:\n  dau: {object_size: 1 KB}\n").analysis.errors.front().what);
    CHECK(refused("define:\n  tw|ice: 2\n", "dau") == Marked("define:\n  dau: 1\n").analysis.errors.front().what);
    CHECK(refused("tiers:\n  que|ue: {load: 1/s}\n", "clients") ==
          Marked("tiers:\n  clients: {load: 1/s}\n").analysis.errors.front().what);
}

TEST_CASE("a file with errors is renamed in as long as it gets no more of them") {
    CHECK(renamed("dua: 1\ndefine:\n  tw|ice: 2\n  more: twice * 2\n", "both") ==
          "dua: 1\ndefine:\n  both: 2\n  more: both * 2\n");
}

}  // namespace bote::test::rename_test
