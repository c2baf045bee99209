#include "text/chat_template.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <regex>

#include <gguf.h>
#include <jinja/lexer.h>
#include <jinja/parser.h>
#include <jinja/runtime.h>

#include "base/files.h"
#include "base/text.h"
#include "text/template_names.h"

namespace anneal::text {
namespace {

// What a {% generation %} block prints at its ends while rendering; taken out of the text again.
constexpr std::string_view kSpanBegin = "\x02[generation\x03";
constexpr std::string_view kSpanEnd = "\x02generation]\x03";
constexpr std::string_view kToolUse = "tool_use";

const std::regex& generationTag() {
    static const std::regex tag(R"(\{%([-+]?)\s*(end)?generation\s*([-+]?)%\})");
    return tag;
}

/// Puts `inside` where the markers stood, between an if that keeps their whitespace control.
std::string replaceMarkers(const std::string& source, bool print) {
    std::string replaced;
    auto rest = source.cbegin();
    for (std::sregex_iterator match(source.begin(), source.end(), generationTag()), none; match != none; ++match) {
        const auto left = (*match)[1].str();
        const auto right = (*match)[3].str();
        const bool ends = (*match)[2].matched;
        replaced.append(rest, (*match)[0].first);
        const std::string word = ends ? "endif" : "if true";
        if (print)
            replaced += "{%" + left + " " + word + " %}{{ " + (ends ? "__generation_end" : "__generation_begin") + " }}{% " + word + " " +
                        right + "%}";
        else
            replaced += "{%" + left + " " + word + " " + right + "%}";
        rest = (*match)[0].second;
    }
    return replaced.append(rest, source.cend());
}

/// Python's repr of a float: the shortest digits that read back, with a point.
std::string floatText(double value) {
    if (!std::isfinite(value)) return std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    return Json(value).dump();
}

/// How json.dumps was asked to lay it out.
struct JsonLayout {
    int indent = -1;  ///< -1: on one line
    std::string comma = ", ";
    std::string colon = ": ";
    bool ascii = false;

    std::string text(const std::string& value) const { return Json(value).dump(-1, ' ', ascii, Json::error_handler_t::replace); }
    std::string lineBreak(int depth) const { return indent < 0 ? std::string() : "\n" + std::string(std::size_t(indent * depth), ' '); }

    std::string bracketed(char open, char close, const std::vector<std::string>& members, int depth) const {
        if (members.empty()) return {open, close};
        std::string text(1, open);
        for (std::size_t i = 0; i < members.size(); ++i) text += (i ? comma : "") + lineBreak(depth + 1) + members[i];
        return text + lineBreak(depth) + close;
    }
    std::string print(const jinja::value& value, int depth = 0) const {
        using namespace jinja;
        if (is_val<value_bool>(value)) return value->as_bool() ? "true" : "false";
        if (is_val<value_int>(value)) return std::to_string(value->as_int());
        if (is_val<value_float>(value)) return floatText(value->as_float());
        if (is_val<value_string>(value)) return text(value->as_string().str());
        std::vector<std::string> members;
        if (is_val<value_array>(value)) {
            for (const auto& item : value->as_array()) members.push_back(print(item, depth + 1));
            return bracketed('[', ']', members, depth);
        }
        if (is_val<value_object>(value)) {
            for (const auto& [key, item] : value->as_ordered_object())
                members.push_back(text(key->as_string().str()) + colon + print(item, depth + 1));
            return bracketed('{', '}', members, depth);
        }
        return "null";
    }
};

/// `tojson` as transformers defines it. The engine's own prints floats with six digits.
jinja::value toJsonFilter(const jinja::func_args& args) {
    using namespace jinja;
    args.ensure_count(1, 5);
    if (args.get_kwarg_or_pos("sort_keys", 4)->as_bool()) throw not_implemented_exception("tojson with sort_keys");
    JsonLayout layout;
    layout.ascii = args.get_kwarg_or_pos("ensure_ascii", 1)->as_bool();
    if (const auto indent = args.get_kwarg_or_pos("indent", 2); is_val<value_int>(indent)) {
        layout.indent = int(indent->as_int());
        layout.comma = ",";
    }
    if (const auto separators = args.get_kwarg_or_pos("separators", 3);
        is_val<value_array>(separators) && separators->as_array().size() == 2) {
        layout.comma = separators->as_array()[0]->as_string().str();
        layout.colon = separators->as_array()[1]->as_string().str();
    }
    return mk_val<value_string>(layout.print(args.get_pos(0)));
}

/// Values from outside carry that filter in place of the engine's.
template <class Base>
struct WithJson : Base {
    using Base::Base;
    const jinja::func_builtins& get_builtins() const override {
        static const jinja::func_builtins builtins = [this] {
            auto own = Base::get_builtins();
            own["tojson"] = toJsonFilter;
            return own;
        }();
        return builtins;
    }
};

/// Prints as Python prints it: the engine's own stops at six digits.
struct Float : WithJson<jinja::value_float_t> {
    using WithJson::WithJson;
    jinja::string as_string() const override { return floatText(val_flt); }
    const jinja::func_builtins& get_builtins() const override {
        static const jinja::func_builtins builtins = [this] {
            auto own = WithJson::get_builtins();
            own["string"] = [](const jinja::func_args& args) -> jinja::value {
                return jinja::mk_val<jinja::value_string>(args.get_pos(0)->as_string());
            };
            return own;
        }();
        return builtins;
    }
};

jinja::value toValue(const OrderedJson& json) {
    using namespace jinja;
    switch (json.type()) {
        case OrderedJson::value_t::boolean: return mk_val<value_bool>(json.get<bool>());
        case OrderedJson::value_t::number_integer:
        case OrderedJson::value_t::number_unsigned: return mk_val<value_int>(json.get<std::int64_t>());
        case OrderedJson::value_t::number_float: return std::make_shared<Float>(json.get<double>());
        case OrderedJson::value_t::string: return mk_val<value_string>(json.get_ref<const std::string&>());
        case OrderedJson::value_t::array: {
            auto array = std::make_shared<WithJson<value_array_t>>();
            for (const auto& item : json) array->push_back(toValue(item));
            return array;
        }
        case OrderedJson::value_t::object: {
            auto object = std::make_shared<WithJson<value_object_t>>();
            for (const auto& [key, item] : json.items()) object->insert(key, toValue(item));
            return object;
        }
        default: return mk_val<value_none>();
    }
}

/// Takes the span marks out of what was printed.
RenderedChat takeSpans(const std::string& printed) {
    RenderedChat chat;
    chat.text.reserve(printed.size());
    std::vector<std::size_t> open;
    for (std::size_t at = 0;;) {
        const auto mark = printed.find('\x02', at);
        chat.text.append(printed, at, mark == std::string::npos ? mark : mark - at);
        if (mark == std::string::npos) break;
        if (printed.compare(mark, kSpanBegin.size(), kSpanBegin) == 0) {
            open.push_back(chat.text.size());
            at = mark + kSpanBegin.size();
        } else if (printed.compare(mark, kSpanEnd.size(), kSpanEnd) == 0 && !open.empty()) {
            chat.generated.emplace_back(open.back(), chat.text.size());
            open.pop_back();
            at = mark + kSpanEnd.size();
        } else {
            chat.text += printed[mark];
            at = mark + 1;
        }
    }
    return chat;
}

/// The engine explains where in the source it stood over several lines; the last says what was wrong.
std::string lastReason(std::string_view what) {
    if (const auto at = what.rfind("Error: "); at != std::string_view::npos) what.remove_prefix(at + 7);
    return std::string(base::trim(what));
}

Result<std::shared_ptr<const jinja::program>> compile(const std::string& name, const std::string& source) {
    try {
        jinja::lexer lexer;
        return std::make_shared<const jinja::program>(jinja::parse_from_tokens(lexer.tokenize(replaceMarkers(source, true))));
    } catch (const std::exception& error) {
        return fail("template_invalid", "the chat template (" + name + ") is not valid Jinja: " + error.what(),
                    "mend chat_template in the model's tokenizer_config.json, or choose one of: " + base::join(templateNames(), ", "));
    }
}

std::string tokenText(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_object() && value.contains("content") && value["content"].is_string()) return value["content"].get<std::string>();
    return {};
}

std::string ggufTemplate(const std::filesystem::path& file) {
    const std::unique_ptr<gguf_context, decltype(&gguf_free)> context(gguf_init_from_file(file.c_str(), {.no_alloc = true, .ctx = nullptr}),
                                                                      gguf_free);
    const auto key = context ? gguf_find_key(context.get(), "tokenizer.chat_template") : -1;
    return key >= 0 && gguf_get_kv_type(context.get(), key) == GGUF_TYPE_STRING ? gguf_get_val_str(context.get(), key) : "";
}

}  // namespace

struct ChatTemplate::Programs {
    std::string name;
    std::string source;
    SpecialTexts special;
    std::vector<std::string> stopTexts;
    std::shared_ptr<const jinja::program> program;
    std::shared_ptr<const jinja::program> withTools;  ///< the "tool_use" variant, where there is one
    bool marked = false;
};

OrderedJson normaliseMessages(const OrderedJson& messages) {
    static constexpr std::array kReasoning = {"reasoning_content", "thinking", "reasoning"};
    OrderedJson all = OrderedJson::array();
    for (const auto& message : messages) {
        OrderedJson plain = OrderedJson::object();
        for (const auto& [key, value] : message.items())
            if (!value.is_null()) plain[key] = value;
        for (const auto* key : kReasoning) {
            if (!plain.contains(key)) continue;
            const OrderedJson reasoning = plain[key];
            if (!plain.contains("thinking")) plain["thinking"] = reasoning;
            plain["reasoning_content"] = reasoning;
            break;
        }
        all.push_back(std::move(plain));
    }
    return all;
}

OrderedJson toJson(std::span<const Message> messages) {
    OrderedJson all = OrderedJson::array();
    for (const auto& message : messages) {
        OrderedJson json = {{"role", message.role}};
        if (!message.content.empty() || message.toolCalls.is_null()) json["content"] = message.content;
        if (!message.toolCalls.is_null()) json["tool_calls"] = message.toolCalls;
        if (message.extra.is_object()) json.update(message.extra);
        all.push_back(std::move(json));
    }
    return normaliseMessages(all);
}

ChatTemplate::SpecialTexts readSpecialTexts(const std::filesystem::path& modelFolder) {
    ChatTemplate::SpecialTexts texts;
    for (const auto* name : {"special_tokens_map.json", "tokenizer_config.json"}) {
        const auto json = base::readJson(modelFolder / name);
        if (!json || !json->is_object()) continue;
        for (const auto& [key, value] : json->items())
            if (key.ends_with("_token"))
                if (auto text = tokenText(value); !text.empty()) texts[key] = std::move(text);
    }
    return texts;
}

Result<ChatTemplate> ChatTemplate::parse(std::string name, std::string source, SpecialTexts special) {
    ANNEAL_TRY(program, compile(name, source));
    auto programs = std::make_shared<Programs>();
    programs->marked = std::regex_search(source, generationTag());
    programs->name = std::move(name);
    programs->source = std::move(source);
    programs->special = std::move(special);
    programs->program = std::move(program);
    return ChatTemplate(std::move(programs));
}

Result<ChatTemplate> ChatTemplate::ofModel(const std::filesystem::path& modelFolder) {
    const auto folder = std::filesystem::is_directory(modelFolder) ? modelFolder : modelFolder.parent_path();
    std::map<std::string, std::string, std::less<>> sources;
    std::error_code ignored;
    if (modelFolder.extension() == ".gguf") {
        if (auto source = ggufTemplate(modelFolder); !source.empty()) sources["default"] = std::move(source);
    } else if (std::filesystem::exists(folder / "chat_template.jinja", ignored)) {
        ANNEAL_TRY(source, base::readFile(folder / "chat_template.jinja"));
        sources["default"] = std::move(source);
    } else if (std::filesystem::exists(folder / "tokenizer_config.json", ignored)) {
        ANNEAL_TRY(config, base::readJson(folder / "tokenizer_config.json"));
        if (config.contains("chat_template")) {
            const auto& found = config["chat_template"];
            if (found.is_string()) sources["default"] = found.get<std::string>();
            if (found.is_array())
                for (const auto& entry : found)
                    if (entry.is_object() && entry.contains("name") && entry.contains("template"))
                        sources[tokenText(entry["name"])] = tokenText(entry["template"]);
        }
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder / "additional_chat_templates", ignored)) {
        if (entry.path().extension() != ".jinja") continue;
        ANNEAL_TRY(source, base::readFile(entry.path()));
        sources[entry.path().stem().string()] = std::move(source);
    }
    if (sources.empty())
        return fail("template_missing", folder.string() + " has no chat template",
                    "set `template` to one of: " + base::join(templateNames(), ", "));
    const auto chosen = sources.contains("default") ? sources.find("default") : sources.begin();
    ANNEAL_TRY(own, parse("own", chosen->second, readSpecialTexts(folder)));
    if (const auto tools = sources.find(kToolUse); tools != sources.end()) {
        ANNEAL_TRY(program, compile(std::string(kToolUse), tools->second));
        auto programs = std::make_shared<Programs>(*own.programs_);
        programs->withTools = std::move(program);
        return ChatTemplate(std::move(programs));
    }
    return own;
}

Result<ChatTemplate> ChatTemplate::named(std::string_view name, const std::filesystem::path& modelFolder) {
    const auto* known = findTemplate(name);
    if (known == nullptr)
        return fail("template_unknown", "there is no template \"" + std::string(name) + "\"",
                    "templates: " + base::join(templateNames(), ", "));
    const auto folder = std::filesystem::is_directory(modelFolder) ? modelFolder : modelFolder.parent_path();
    ANNEAL_TRY(parsed, parse(std::string(name), std::string(known->source), readSpecialTexts(folder)));
    auto programs = std::make_shared<Programs>(*parsed.programs_);
    programs->stopTexts = known->stopTexts;
    return ChatTemplate(std::move(programs));
}

Result<ChatTemplate> ChatTemplate::choose(std::string_view name, const std::filesystem::path& modelFolder, const Tokenizer* tokenizer) {
    ANNEAL_TRY(chosen, name.empty() ? ofModel(modelFolder) : named(name, modelFolder));
    return tokenizer == nullptr ? chosen : chosen.completedBy(*tokenizer);
}

ChatTemplate ChatTemplate::completedBy(const Tokenizer& tokenizer) const {
    const auto roles = tokenizer.special();
    auto programs = std::make_shared<Programs>(*programs_);
    const auto add = [&](const char* name, std::optional<std::int32_t> id) {
        if (id) programs->special.try_emplace(name, tokenizer.tokenText(*id));
    };
    add("bos_token", roles.bos);
    add("eos_token", roles.eos);
    return ChatTemplate(std::move(programs));
}

Result<RenderedChat> ChatTemplate::render(std::span<const Message> messages, const RenderOptions& options) const {
    return render(toJson(messages), options);
}

Result<RenderedChat> ChatTemplate::render(const OrderedJson& messages, const RenderOptions& options) const {
    if (!messages.is_array() || messages.empty())
        return fail("messages_invalid", "there is no message to render", "give at least one message");
    for (const auto& message : messages)
        if (!message.is_object() || !message.contains("role"))
            return fail("messages_invalid", "a message is not an object with a role and content",
                        "messages look like {\"role\": \"user\", \"content\": \"…\"}");
    const bool tools = options.tools.is_array() && !options.tools.empty();
    const auto& program = tools && programs_->withTools ? *programs_->withTools : *programs_->program;
    std::string refusal;
    try {
        jinja::context context;
        const auto set = [&](const std::string& name, jinja::value value) { context.set_val(name, value); };
        // transformers leaves a missing token undefined; an empty text prints the same and can be added to another.
        for (const auto* name : {"bos_token", "eos_token"}) set(name, jinja::mk_val<jinja::value_string>(std::string()));
        for (const auto& [name, text] : programs_->special) set(name, jinja::mk_val<jinja::value_string>(text));
        set("messages", toValue(messages));
        set("tools", tools ? toValue(options.tools) : jinja::mk_val<jinja::value_none>());
        set("documents", jinja::mk_val<jinja::value_none>());
        set("add_generation_prompt", jinja::mk_val<jinja::value_bool>(options.generationPrompt));
        if (options.variables.is_object())
            for (const auto& [name, value] : options.variables.items()) set(name, toValue(value));
        set("raise_exception",
            jinja::mk_val<jinja::value_func>("raise_exception", [&refusal](const jinja::func_args& args) -> jinja::value {
                refusal = args.get_pos(0)->as_string().str();
                throw jinja::raised_exception(refusal);
            }));
        if (programs_->marked) {
            set("__generation_begin", jinja::mk_val<jinja::value_string>(std::string(kSpanBegin)));
            set("__generation_end", jinja::mk_val<jinja::value_string>(std::string(kSpanEnd)));
        }
        jinja::runtime runtime(context);
        const auto parts = jinja::runtime::gather_string_parts(runtime.execute(program));
        return takeSpans(parts->as_string().str());
    } catch (const std::exception& error) {
        if (!refusal.empty())
            return fail("template_refused", "the chat template refuses these messages: " + refusal,
                        "bring the messages into the order the template asks for, or choose another template");
        return fail("template_failed", "the chat template (" + programs_->name + ") failed: " + lastReason(error.what()),
                    "check the messages, or choose another template: " + base::join(templateNames(), ", "));
    }
}

const std::string& ChatTemplate::name() const { return programs_->name; }
const std::string& ChatTemplate::source() const { return programs_->source; }
std::string ChatTemplate::portableSource() const { return replaceMarkers(programs_->source, false); }
bool ChatTemplate::marksGeneration() const { return programs_->marked; }
const ChatTemplate::SpecialTexts& ChatTemplate::specialTexts() const { return programs_->special; }
const std::vector<std::string>& ChatTemplate::stopTexts() const { return programs_->stopTexts; }

}  // namespace anneal::text
