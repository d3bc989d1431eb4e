#pragma once
// What a key may hold: a value, a list or a map. A key that holds something else gets an error that says what it takes
// and how to write that; reading goes on with the next key, so that all mistakes are found at once.
//
//   KeyShapes shapes(workload.errors);
//   if (shapes.holds(entry, YamlNode::Kind::list, "a list", "write `expect:`, then `- storage <= 5 PB` below it")) ...

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/model/workload.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {

/// Whether a text begins as what a comma in braces or brackets cuts off a number: `000/s` of `1,000/s`.
bool is_rest_of_number(std::string_view text);

class KeyShapes {
public:
    explicit KeyShapes(Errors& errors) : errors_(errors) {}

    void fail(const Text& at, std::string what, Hint hint = {});

    /// False, with an error, where the key holds another kind of node. `wanted` is that kind in words: "a list".
    bool holds(const YamlEntry& entry, YamlNode::Kind kind, std::string_view wanted, Hint hint = {});

    /// False, with an error, where the key holds no name that fits into a table: one line, of 200 bytes at most.
    bool holds_name(const YamlEntry& entry, std::string_view what);

    /// Adds the key's setting, or those of the map below it under keys joined by dots: `server: {rps: 10k/s}` is
    /// `server.rps`.
    void add_settings(YamlEntry& entry, std::vector<Setting>& into) { flatten(entry, {}, std::nullopt, into); }

private:
    void refuse_nothing(const YamlEntry& entry, Hint hint);
    void flatten(YamlEntry& entry, const std::string& prefix, const std::optional<Text>& group,
                 std::vector<Setting>& into);

    Errors& errors_;
};

}  // namespace bote
