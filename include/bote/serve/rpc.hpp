#pragma once
// A session of JSON-RPC 2.0: messages in, the methods of a table, answers out. One at a time, in the order in which
// they come; a request that is cancelled while it waits is not computed.
//
//   RpcSession session(streams, {Framing::lines, {{"ping", [](const Json&) { return Json::object(); }}}});
//   return session.run();

#include <deque>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bote/serve/framing.hpp"
#include "bote/serve/message.hpp"

namespace bote {

enum class RpcError {
    not_json = -32700,
    wrong_request = -32600,
    no_method = -32601,
    wrong_parameters = -32602,
    fault = -32603,
    not_initialized = -32002,
    cancelled = -32800,
    failed = -32803,  // a good request that cannot be met
};

/// What a method throws instead of an answer.
struct RpcProblem : std::runtime_error {
    RpcProblem(RpcError wrong, const std::string& what) : std::runtime_error(what), code(wrong) {}
    RpcError code;
};

enum class MessageKind { request, notification };

struct Method {
    std::string_view name;
    std::function<Json(const Json& parameters)> run;
    MessageKind kind = MessageKind::request;
    bool early = false;  // allowed before `initialize`
};

struct Protocol {
    Framing framing = Framing::headers;
    std::vector<Method> methods;  // with `initialize`
    bool has_shutdown = true;     // which ends the session, with `exit` behind it; else the end of the input does
    std::string_view cancel = "$/cancelRequest";
    std::string_view cancelled_id = "id";
    bool answers_cancelled = true;
    std::function<void()> idle = [] {};  // called when no message waits
};

class RpcSession {
public:
    RpcSession(Streams streams, Protocol protocol)
        : streams_(std::move(streams)), protocol_(std::move(protocol)), frames_(protocol_.framing) {}

    /// Until the input ends, or the client says `exit`. False: it left without a `shutdown`.
    bool run();
    /// The same for a client that calls: answers the messages that end in these bytes before it returns.
    void feed(std::string_view bytes);
    /// To the client.
    void notify(std::string_view method, Json parameters);

private:
    struct Waiting {
        Json id;  // null: a notification
        std::string method;
        Json parameters;
        bool cancelled = false;
    };
    enum class State { fresh, running, shut, gone };

    void receive(const Frame& frame);
    void cancel(const Json& parameters);
    void handle(const Waiting& message);
    Json answer(const Waiting& message);
    [[nodiscard]] const Method* find_method(std::string_view name) const;
    void check_state(const Waiting& message, const Method* method) const;
    void send(const Json& message);
    void refuse(const Json& id, RpcError code, const std::string& what);

    Streams streams_;
    Protocol protocol_;
    FrameReader frames_;
    std::deque<Waiting> waiting_;
    State state_ = State::fresh;
    bool left_rudely_ = false;
};

}  // namespace bote
