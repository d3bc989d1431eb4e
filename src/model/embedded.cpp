#include "bote/model/embedded.hpp"

#include <algorithm>

namespace bote {
namespace {

class Rebuilder {
public:
    Rebuilder(const SourcePtr& source, std::span<const EmbeddedNode> nodes) : source_(source), nodes_(nodes) {}

    YamlNode run() {
        YamlNode root;
        fill(root);
        return root;
    }

private:
    void fill(YamlNode& result) {
        const EmbeddedNode& node = nodes_[at_++];
        result.kind = node.kind;
        result.flow = node.flow;
        result.text = text_of(node);
        if (node.kind == YamlNode::Kind::list) {
            result.items.resize(node.children);
            for (YamlNode& item : result.items) fill(item);
            return;
        }
        result.entries.resize(node.children);
        for (YamlEntry& entry : result.entries) {
            entry.key = text_of(nodes_[at_++]);
            fill(entry.value);
        }
    }

    [[nodiscard]] Text text_of(const EmbeddedNode& node) const {
        return {std::string(node.text), {source_, node.begin, node.end}, node.exact, "", node.parsed};
    }

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

YamlNode tree_of(const SourcePtr& source, const EmbeddedFile& file) { return Rebuilder(source, file.nodes).run(); }

}  // namespace bote
