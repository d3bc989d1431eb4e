#include "bote/model/workload.hpp"

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/model/embedded.hpp"
#include "loader.hpp"

namespace bote {
namespace {

std::string stem_of(std::string_view path) {
    const auto slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    if (path.starts_with('#')) path.remove_prefix(1);  // of a workload in a document
    for (const std::string_view ending : {".yaml", ".yml", ".bote"}) {
        if (path.size() > ending.size() && path.ends_with(ending)) path.remove_suffix(ending.size());
    }
    return show_in_line(path);
}

/// Each takes its part of time and memory; what has more of them than anybody can look at is a mistake.
void check_size(Workload& workload) {
    constexpr std::size_t kMost = 500;
    const std::size_t objects = workload.objects.size();
    if (objects + workload.tiers.size() <= kMost) return;
    const Text& first = objects > kMost ? workload.objects[kMost].name : workload.tiers[kMost - objects].name;
    workload.errors.push_back(
        {first.span,
         fmt::format("the workload has {} objects and tiers; the limit is {}", objects + workload.tiers.size(), kMost),
         "give those that are alike as one"});
    throw InputError(std::move(workload.errors));
}

}  // namespace

std::string_view fault_of_name(std::string_view name) {
    constexpr std::size_t kLongestName = 200;
    if (trim(name).empty()) return "is blank";
    if (name.find('\n') != std::string_view::npos) return "is one line";
    return name.size() > kLongestName ? "is longer than 200 bytes" : "";
}

Workload load_workload(const SourcePtr& source) {
    Errors mistakes;
    YamlNode root = read_yaml(source, mistakes);
    if (!mistakes.empty() && root.kind != YamlNode::Kind::map) throw InputError(std::move(mistakes));
    Workload workload = load_workload(source, std::move(root));
    workload.errors.insert(workload.errors.begin(), mistakes.begin(), mistakes.end());
    return workload;
}

Workload load_workload(const SourcePtr& source, YamlNode root) {
    Workload workload;
    workload.source = source;
    workload.name = stem_of(source->name);
    remove_repeated(root, workload.errors);
    load_sections(root, workload);
    check_size(workload);
    return workload;
}

SettingsFile load_settings(YamlNode root, Layer layer) {
    Workload holder;
    remove_repeated(root, holder.errors);
    load_settings_into(root, holder);
    if (!holder.errors.empty()) throw InputError(std::move(holder.errors));
    for (auto& setting : holder.settings) setting.layer = layer;
    for (auto& own : holder.own) own.layer = layer;
    return {std::move(holder.settings), std::move(holder.own)};
}

SettingsFile load_settings(const EmbeddedFile& file) {
    return load_settings(tree_of(make_source(std::string(file.name), std::string(file.text)), file), Layer::profile);
}

}  // namespace bote
