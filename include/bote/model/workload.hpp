#pragma once
// A workload file as it was written: which keys are there, with which texts, and where. Nothing is computed yet.
//
//   Workload workload = load_workload(source);
//   workload.settings.front().key.text       // "dau"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bote/base/error.hpp"
#include "bote/formula/expression.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {

struct EmbeddedFile;

/// Who gave a value. A later one wins over an earlier one.
enum class Layer : std::uint8_t {
    profile,  // a file of machine constants; may give more than is used
    file,
    option,  // --set
};

/// `key: value`. The key is the whole path, joined by dots; `group` is its first part where it was written apart.
struct Setting {
    Text key;
    std::optional<Text> group;
    Text value;
    Layer layer = Layer::file;
    bool implied = false;  // by another setting: what is computed, not an input
};

struct ObjectSection {
    Text name;
    std::vector<Setting> settings;
};

/// One entry of `tiers`: a box of the diagram, what it has to do and what one of its machines can.
struct TierSection {
    Text name;
    std::optional<Text> kind;  // a kind of the catalog
    std::optional<Text> title;
    std::vector<Text> stores;  // objects that live there
    std::vector<Text> after;   // tiers that hand requests on to it
    std::vector<Setting> settings;
};

/// `cache: none` or `database: Postgres`: a tier that every workload has, left out or called otherwise.
struct TierTitle {
    Text tier;
    Text title;
};

/// What stands in place of its title where the file leaves it out.
inline constexpr std::string_view kLeftOut = "none";

/// One entry of `define`, or an expression that the command line asks for.
struct OwnQuantity {
    Text name;
    std::optional<Text> unit;  // what stood in brackets, or behind `in`
    Text value;
    Layer layer = Layer::file;
    bool asked = false;    // named by its text
    bool implied = false;  // by a setting of the file; no quantity that anybody defined
};

/// One entry of `scenarios`: a named set of changes.
struct Scenario {
    Text name;
    std::vector<Setting> settings;
};

/// One line of `correlate`: `dau with reads_per_user: 0.7`.
struct Correlation {
    Text first;
    Text second;
    Text value;
};

struct Workload {
    SourcePtr source;
    std::string name;
    std::string description;
    std::string origin;  // `source:`
    std::vector<Setting> settings;
    bool has_objects = false;
    std::vector<ObjectSection> objects;
    std::vector<TierSection> tiers;
    std::vector<TierTitle> titles;
    std::vector<OwnQuantity> own;
    std::vector<Text> expectations;
    std::vector<Setting> conventions;
    std::vector<Scenario> scenarios;
    std::vector<Correlation> correlations;
    Errors errors;  // of shape: unknown sections, lists where a value belongs; reported with those of the formulas
};

/// Throws InputError where the text is no YAML; all other errors are collected in the result.
Workload load_workload(const SourcePtr& source);
/// The same from the tree of the text.
Workload load_workload(const SourcePtr& source, YamlNode root);

/// A file of settings and definitions alone, such as a server profile.
struct SettingsFile {
    std::vector<Setting> settings;
    std::vector<OwnQuantity> own;
};
SettingsFile load_settings(YamlNode root, Layer layer);
/// Of a profile, or other settings that are built in.
SettingsFile load_settings(const EmbeddedFile& file);

/// The value of an option of its own, `--until 5 years`, as a setting of the quantity that it stands for.
Setting value_of_option(std::string_view option, std::string_view name, const std::string& value);
/// `name=value` of `--set`, or of an option that stands for it. Throws InputError.
Setting read_option(std::string_view assignment, std::string_view option = "--set");

/// The keys of the top level that are no quantities: `name`, `objects`, `expect`, ...
std::span<const std::string_view> section_keys();

/// What keeps a text from being a name, which is a line of a table: "is blank". Empty where nothing does.
std::string_view fault_of_name(std::string_view name);
bool is_section(std::string_view key);

}  // namespace bote
