#pragma once
// A client in a test: what it sends, and what came back.
//
//   Client client(Framing::lines);
//   client.ask(1, "ping");
//   const auto answers = client.run(serve);          // {"jsonrpc": "2.0", "id": 1, "result": {}}

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "bote/serve/framing.hpp"
#include "bote/serve/message.hpp"

namespace bote::test {

class Client {
public:
    explicit Client(Framing framing) : framing_(framing) {}

    /// Each arrives alone, so that the server has nothing else to do when it comes.
    void send(const Json& message) { send_bytes(framed(message.dump(), framing_)); }
    void send_bytes(std::string bytes) { pieces_.push_back(std::move(bytes)); }
    void ask(const Json& id, const std::string& method, const Json& parameters = Json::object()) {
        send({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", parameters}});
    }
    void tell(const std::string& method, const Json& parameters = Json::object()) {
        send({{"jsonrpc", "2.0"}, {"method", method}, {"params", parameters}});
    }

    /// All messages that the server sends until the client's end.
    std::vector<Json> run(const std::function<void(const Streams&)>& serve) {
        std::string out;
        const auto read = [&] {
            if (pieces_.empty()) return std::string();
            std::string next = std::move(pieces_.front());
            pieces_.pop_front();
            return next;
        };
        const auto write = [&](std::string_view text) {
            out += text;
            return true;
        };
        serve({read, write});
        FrameReader frames(framing_);
        frames.feed(out);
        std::vector<Json> messages;
        while (const auto frame = frames.next()) messages.push_back(Json::parse(frame->body));
        return messages;
    }

private:
    Framing framing_;
    std::deque<std::string> pieces_;
};

/// The answer to a request; null where there is none.
inline Json answer_to(const std::vector<Json>& messages, const Json& id) {
    for (const Json& message : messages) {
        if (message.contains("id") && message["id"] == id) return message;
    }
    return nullptr;
}

inline int error_of(const std::vector<Json>& messages, const Json& id) {
    const Json answer = answer_to(messages, id);
    return answer.is_object() && answer.contains("error") ? answer["error"]["code"].get<int>() : 0;
}

}  // namespace bote::test
