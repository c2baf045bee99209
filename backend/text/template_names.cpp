#include "text/template_names.h"

#include <algorithm>

namespace anneal::text {
namespace {

// eos_token belongs to the answer: a model learns to stop only if it is trained on it.

constexpr std::string_view kAlpaca = R"({%- if messages[0]['role'] == 'system' -%}
    {{- messages[0]['content'] + '\n\n' -}}
    {%- set turns = messages[1:] -%}
{%- else -%}
    {{- 'Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n' -}}
    {%- set turns = messages -%}
{%- endif -%}
{%- for message in turns -%}
    {%- if message['role'] == 'assistant' -%}
        {%- generation -%}{{- message['content'] + eos_token -}}{%- endgeneration -%}
        {{- '\n\n' if not loop.last else '' -}}
    {%- elif message['role'] == 'user' -%}
        {{- '### Instruction:\n' + message['content'] + '\n\n### Response:\n' -}}
    {%- else -%}
        {{- '### Input:\n' + message['content'] + '\n\n### Response:\n' -}}
    {%- endif -%}
{%- endfor -%})";

constexpr std::string_view kChatml = R"({%- for message in messages -%}
    {{- '<|im_start|>' + message['role'] + '\n' -}}
    {%- if message['role'] == 'assistant' -%}
        {%- generation -%}{{- message['content'] + '<|im_end|>' -}}{%- endgeneration -%}
    {%- else -%}
        {{- message['content'] + '<|im_end|>' -}}
    {%- endif -%}
    {{- '\n' -}}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{- '<|im_start|>assistant\n' -}}
{%- endif -%})";

constexpr std::string_view kQwen = R"({%- if messages[0]['role'] == 'system' -%}
    {%- set system = messages[0]['content'] -%}
    {%- set turns = messages[1:] -%}
{%- else -%}
    {%- set system = 'You are a helpful assistant.' -%}
    {%- set turns = messages -%}
{%- endif -%}
{{- '<|im_start|>system\n' + system -}}
{%- if tools -%}
    {{- '\n\n# Tools\n\nYou may call one or more functions to assist with the user query.\n\nYou are provided with function signatures within <tools></tools> XML tags:\n<tools>' -}}
    {%- for tool in tools -%}
        {{- '\n' -}}{{- tool | tojson -}}
    {%- endfor -%}
    {{- '\n</tools>\n\nFor each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:\n<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>' -}}
{%- endif -%}
{{- '<|im_end|>\n' -}}
{%- for message in turns -%}
    {%- if message['role'] == 'assistant' -%}
        {{- '<|im_start|>assistant\n' -}}
        {%- generation -%}
        {%- if message['content'] -%}{{- message['content'] -}}{%- endif -%}
        {%- for call in message['tool_calls'] or [] -%}
            {%- if call['function'] is defined -%}{%- set call = call['function'] -%}{%- endif -%}
            {{- '\n' if message['content'] or not loop.first else '' -}}
            {{- '<tool_call>\n{"name": "' + call['name'] + '", "arguments": ' -}}
            {%- if call['arguments'] is string -%}{{- call['arguments'] -}}{%- else -%}{{- call['arguments'] | tojson -}}{%- endif -%}
            {{- '}\n</tool_call>' -}}
        {%- endfor -%}
        {{- '<|im_end|>' -}}
        {%- endgeneration -%}
        {{- '\n' -}}
    {%- elif message['role'] == 'tool' -%}
        {%- if loop.first or turns[loop.index0 - 1]['role'] != 'tool' -%}{{- '<|im_start|>user' -}}{%- endif -%}
        {{- '\n<tool_response>\n' + message['content'] + '\n</tool_response>' -}}
        {%- if loop.last or turns[loop.index0 + 1]['role'] != 'tool' -%}{{- '<|im_end|>\n' -}}{%- endif -%}
    {%- else -%}
        {{- '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>\n' -}}
    {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{- '<|im_start|>assistant\n' -}}
{%- endif -%})";

constexpr std::string_view kDeepseek = R"({{- bos_token -}}
{%- for message in messages -%}
    {%- if message['role'] == 'assistant' -%}
        {{- 'Assistant:' -}}
        {%- generation -%}{{- ' ' + message['content'] + eos_token -}}{%- endgeneration -%}
    {%- elif message['role'] == 'system' -%}
        {{- message['content'] + '\n\n' -}}
    {%- else -%}
        {{- 'User: ' + message['content'] + '\n\n' -}}
    {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{- 'Assistant:' -}}
{%- endif -%})";

constexpr std::string_view kDeepseek3 = R"({{- bos_token -}}
{%- for message in messages -%}
    {%- if message['role'] == 'system' -%}{{- message['content'] -}}{%- endif -%}
{%- endfor -%}
{%- for message in messages -%}
    {%- if message['role'] == 'user' -%}
        {{- '<｜User｜>' + message['content'] -}}
    {%- elif message['role'] == 'assistant' -%}
        {%- if loop.index0 == 0 or messages[loop.index0 - 1]['role'] != 'tool' -%}{{- '<｜Assistant｜>' -}}{%- endif -%}
        {%- generation -%}
        {%- if message['content'] -%}{{- message['content'] -}}{%- endif -%}
        {%- if message['tool_calls'] -%}
            {{- '<｜tool▁calls▁begin｜>' -}}
            {%- for call in message['tool_calls'] -%}
                {{- '\n' if not loop.first else '' -}}
                {{- '<｜tool▁call▁begin｜>function<｜tool▁sep｜>' + call['function']['name'] + '\n```json\n' -}}
                {%- if call['function']['arguments'] is string -%}{{- call['function']['arguments'] -}}{%- else -%}{{- call['function']['arguments'] | tojson -}}{%- endif -%}
                {{- '\n```<｜tool▁call▁end｜>' -}}
            {%- endfor -%}
            {{- '<｜tool▁calls▁end｜>' -}}
        {%- endif -%}
        {{- '<｜end▁of▁sentence｜>' -}}
        {%- endgeneration -%}
    {%- elif message['role'] == 'tool' -%}
        {%- if loop.first or messages[loop.index0 - 1]['role'] != 'tool' -%}{{- '<｜tool▁outputs▁begin｜>' -}}{%- else -%}{{- '\n' -}}{%- endif -%}
        {{- '<｜tool▁output▁begin｜>' + message['content'] + '<｜tool▁output▁end｜>' -}}
        {%- if loop.last or messages[loop.index0 + 1]['role'] != 'tool' -%}{{- '<｜tool▁outputs▁end｜>' -}}{%- endif -%}
    {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt and messages[-1]['role'] != 'tool' -%}
    {{- '<｜Assistant｜>' -}}
{%- endif -%})";

constexpr std::string_view kLlama2 = R"({%- if messages[0]['role'] == 'system' -%}
    {%- set system = '<<SYS>>\n' + messages[0]['content'] + '\n<</SYS>>\n\n' -%}
    {%- set turns = messages[1:] -%}
{%- else -%}
    {%- set system = '' -%}
    {%- set turns = messages -%}
{%- endif -%}
{%- for message in turns -%}
    {%- if message['role'] == 'assistant' -%}
        {%- generation -%}{{- ' ' + message['content'] + ' ' + eos_token -}}{%- endgeneration -%}
    {%- else -%}
        {{- bos_token + '[INST] ' + (system if loop.first else '') + message['content'] + ' [/INST]' -}}
    {%- endif -%}
{%- endfor -%})";

constexpr std::string_view kLlama3 = R"({{- bos_token -}}
{%- for message in messages -%}
    {%- set role = 'ipython' if message['role'] == 'tool' else message['role'] -%}
    {{- '<|start_header_id|>' + role + '<|end_header_id|>\n\n' -}}
    {%- if message['role'] == 'assistant' -%}
        {%- generation -%}{{- message['content'] + '<|eot_id|>' -}}{%- endgeneration -%}
    {%- else -%}
        {{- message['content'] + '<|eot_id|>' -}}
    {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{- '<|start_header_id|>assistant<|end_header_id|>\n\n' -}}
{%- endif -%})";

constexpr std::string_view kVicuna = R"({{- bos_token -}}
{%- if messages[0]['role'] == 'system' -%}
    {{- messages[0]['content'] + ' ' -}}
    {%- set turns = messages[1:] -%}
{%- else -%}
    {{- "A chat between a curious user and an artificial intelligence assistant. The assistant gives helpful, detailed, and polite answers to the user's questions. " -}}
    {%- set turns = messages -%}
{%- endif -%}
{%- for message in turns -%}
    {%- if message['role'] == 'assistant' -%}
        {{- 'ASSISTANT:' -}}
        {%- generation -%}{{- ' ' + message['content'] + eos_token -}}{%- endgeneration -%}
    {%- else -%}
        {{- 'USER: ' + message['content'] + ' ' -}}
    {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{- 'ASSISTANT:' -}}
{%- endif -%})";

constexpr std::string_view kEmpty = R"({%- for message in messages -%}
    {%- if message['role'] == 'assistant' -%}
        {%- generation -%}{{- message['content'] + eos_token -}}{%- endgeneration -%}
    {%- else -%}
        {{- message['content'] -}}
    {%- endif -%}
{%- endfor -%})";

}  // namespace

const std::vector<NamedTemplate>& namedTemplates() {
    static const std::vector<NamedTemplate> all = {
        {"alpaca", kAlpaca, {}},         {"chatml", kChatml, {"<|im_end|>"}},
        {"deepseek", kDeepseek, {}},     {"deepseek3", kDeepseek3, {"<｜end▁of▁sentence｜>"}},
        {"llama2", kLlama2, {}},         {"llama3", kLlama3, {"<|eot_id|>"}},
        {"qwen", kQwen, {"<|im_end|>"}}, {"vicuna", kVicuna, {}},
        {"empty", kEmpty, {}},
    };
    return all;
}

const NamedTemplate* findTemplate(std::string_view name) {
    const auto& all = namedTemplates();
    const auto found = std::ranges::find(all, name, &NamedTemplate::name);
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> templateNames() {
    std::vector<std::string> names;
    for (const auto& named : namedTemplates()) names.emplace_back(named.name);
    return names;
}

}  // namespace anneal::text
