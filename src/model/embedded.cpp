#include "bote/model/embedded.hpp"

#include <algorithm>

namespace bote {
namespace {

class Rebuilder {
public:
    Rebuilder(const SourcePtr& source, std::span<const EmbeddedNode> nodes) : source_(source), nodes_(nodes) {}

    YamlNode next() {
        const EmbeddedNode& node = nodes_[at_++];
        YamlNode result;
        result.kind = node.kind;
        result.flow = node.flow;
        result.text = {std::string(node.text), {source_, node.begin, node.end}, node.exact, ""};
        for (std::uint32_t i = 0; i < node.children; ++i) {
            if (node.kind == YamlNode::Kind::list) {
                result.items.push_back(next());
                continue;
            }
            Text key = next().text;
            result.entries.push_back({std::move(key), next()});
        }
        return result;
    }

private:
    const SourcePtr& source_;
    std::span<const EmbeddedNode> nodes_;
    std::size_t at_ = 0;
};

}  // namespace

const EmbeddedFile* find_embedded(std::span<const EmbeddedFile> files, std::string_view name) {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const EmbeddedFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

YamlNode tree_of(const SourcePtr& source, const EmbeddedFile& file) { return Rebuilder(source, file.nodes).next(); }

}  // namespace bote
