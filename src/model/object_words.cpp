#include "bote/model/object_words.hpp"

namespace bote {

std::vector<std::string> objects_counted_by(std::string_view word) {
    std::vector<std::string> objects{std::string(word)};
    if (word.ends_with("s")) objects.emplace_back(word.substr(0, word.size() - 1));
    if (word.ends_with("es")) objects.emplace_back(word.substr(0, word.size() - 2));
    if (word.ends_with("ies")) objects.push_back(std::string(word.substr(0, word.size() - 3)) + "y");
    objects.push_back(std::string(word) + "s");
    return objects;
}

}  // namespace bote
