// What bote reads in YAML files, as JSON for other readers to compare with: a line a file, null where it is refused.
//
//   bote_yaml_tree FILE...          {"dau":"1M","objects":{"photo":{"writes":"1/s"}}}

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "bote/base/error.hpp"
#include "bote/yaml/yaml.hpp"

namespace {

using Json = nlohmann::ordered_json;

Json tree_of(const bote::YamlNode& node) {
    using Kind = bote::YamlNode::Kind;
    if (node.kind == Kind::scalar) return node.text.text;
    if (node.kind == Kind::nothing) return "";
    if (node.kind == Kind::list) {
        Json list = Json::array();
        for (const auto& item : node.items) list.push_back(tree_of(item));
        return list;
    }
    Json map = Json::object();
    for (const auto& entry : node.entries) map[entry.key.text] = tree_of(entry.value);
    return map;
}

}  // namespace

int main(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        std::ifstream file(arguments[i], std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        try {
            std::cout << tree_of(bote::read_yaml(bote::make_source(arguments[i], text))).dump() << "\n";
        } catch (const bote::InputError&) {
            std::cout << "null\n";
        }
    }
    return 0;
}
