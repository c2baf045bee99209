#!/usr/bin/env python3
"""Makes golden/templates: what transformers' apply_chat_template gives for our named templates and for templates in the
styles that models bring, with return_assistant_tokens_mask. Run with transformers 5.23.0, tokenizers 0.23.3:
    python tests/golden/make_templates.py
"""
import json
import pathlib
import re

import tokenizers
import transformers
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

here = pathlib.Path(__file__).parent / "templates"
here.mkdir(exist_ok=True)
specials = ["<s>", "</s>", "<|im_start|>", "<|im_end|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>",
            "<｜User｜>", "<｜Assistant｜>", "<｜end▁of▁sentence｜>"]

# A small byte-level tokenizer with NFC, as Qwen's, trained on the messages themselves.
user = lambda text: {"role": "user", "content": text}
answer = lambda text, **more: {"role": "assistant", "content": text, **more}
system = lambda text: {"role": "system", "content": text}
call = lambda: [{"type": "function", "id": "call00001", "function": {
    "name": "get_weather", "arguments": {"city": "北京", "latitude": 39.904211123, "days": 5, "factor": 2.0, "fine": True, "note": None}}}]
tools = [{"type": "function", "function": {"name": "get_weather", "description": "Get \"weather\" <b> & more", "parameters": {
    "type": "object", "properties": {"city": {"type": "string"}, "days": {"type": "number", "default": 1.5}}, "required": ["city"]}}}]
conversations = {
    "one": [user("Where is the cat?"), answer("On the mat.")],
    "system": [system("Be brief."), user(" hello there \n"), answer("yes\n\n"), user("more?"), answer("ok, 好的 🎉")],
    "question": [user("Only a question")],
    "accents": [user("cafe\u0301 s'il vous plaît"), answer("Voila\u0300, un cafe\u0301."), user("merci"), answer("de rien")],
    "thought": [user("2 + 2?"), answer("<think>\neasy\n</think>\n\n4"), user("3 + 3?"), answer("<think>\neasier\n</think>\n\n6")],
    "repeated": [user("yes"), answer("yes"), user("yes"), answer("yes"), user("no"), answer("yes yes")],
    "tools": [user("Weather in Beijing?"), {"role": "assistant", "content": "", "tool_calls": call()},
              {"role": "tool", "name": "get_weather", "content": "{\"t\": 3}"}, answer("It is 3 degrees."), user("thanks"), answer("welcome")],
}

G, E = "{%- generation -%}", "{%- endgeneration -%}"
styles = {
    # As many models have it: the role printed by the template, the header on request.
    "chatml": "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' }}{% if m.role == 'assistant' %}" + G +
              "{{ m.content + '<|im_end|>' }}" + E + "{% else %}{{ m.content + '<|im_end|>' }}{% endif %}{{ '\n' }}{% endfor %}"
              "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}",
    # History loses its thoughts, as Qwen3's and DeepSeek-R1's do.
    "thinking": "{% set ns = namespace(last=-1) %}{% for m in messages %}{% if m.role == 'user' %}{% set ns.last = loop.index0 %}{% endif %}{% endfor %}"
                "{% for m in messages %}{% if m.role == 'assistant' %}{{ '<|im_start|>assistant\n' }}" + G +
                "{% if '</think>' in m.content and loop.index0 < ns.last %}{{ m.content.split('</think>')[-1].lstrip('\n') }}"
                "{% elif '</think>' not in m.content and loop.index0 > ns.last %}{{ '<think>\n\n</think>\n\n' + m.content }}{% else %}{{ m.content }}{% endif %}"
                "{{ '<|im_end|>' }}" + E + "{{ '\n' }}{% else %}{{ '<|im_start|>' + m.role + '\n' + m.content + '<|im_end|>\n' }}{% endif %}{% endfor %}"
                "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}",
    # No header of its own, spaces around the answer, roles must alternate.
    "inst": "{% for m in messages %}{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('roles must alternate') }}{% endif %}"
            "{% if m.role == 'user' %}{{ bos_token + '[INST] ' + m.content.strip() + ' [/INST]' }}{% else %}" + G +
            "{{ ' ' + m.content.strip() + ' ' + eos_token }}" + E + "{% endif %}{% endfor %}",
    # The header asks for a thought that the answers in the data do not have.
    "asks_to_think": "{{ bos_token }}{% for m in messages %}{% if m.role == 'user' %}{{ '<｜User｜>' + m.content }}{% elif m.role == 'assistant' %}"
                     "{{ '<｜Assistant｜>' }}" + G + "{{ m.content.split('</think>')[-1] + '<｜end▁of▁sentence｜>' }}" + E +
                     "{% else %}{{ m.content }}{% endif %}{% endfor %}{% if add_generation_prompt %}{{ '<｜Assistant｜><think>\n' }}{% endif %}",
    # Lines and indentation as people write them: trim_blocks and lstrip_blocks at work.
    "lines": """{% for m in messages %}
    {% if m.role == 'assistant' %}
<|start_header_id|>assistant<|end_header_id|>
        {% generation %}
{{ m.content }}<|eot_id|>
        {%- endgeneration %}

    {% else %}
<|start_header_id|>{{ m.role }}<|end_header_id|>
{{ m.content | trim }}<|eot_id|>
    {% endif %}
{% endfor %}
{% if add_generation_prompt %}
<|start_header_id|>assistant<|end_header_id|>
{% endif %}
""",
    "with_tools": "{% if tools %}{{ '<|im_start|>system\n' }}{% for t in tools %}{{ t | tojson }}{{ '\n' }}{{ t | tojson(indent=2) }}{% endfor %}{{ '<|im_end|>\n' }}{% endif %}"
                  "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' }}{% if m.role == 'assistant' %}" + G +
                  "{% if m.tool_calls %}{% for c in m.tool_calls %}{{ '<tool_call>' + c.function.name + ' ' + (c.function.arguments | tojson) + '</tool_call>' }}{% endfor %}"
                  "{% else %}{{ m.content }}{% endif %}{{ '<|im_end|>' }}" + E + "{% else %}{{ m.content + '<|im_end|>' }}{% endif %}{{ '\n' }}{% endfor %}"
                  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}",
}
plain = {name: re.sub(r"\{%(-?)\s*generation\s*(-?)%\}", r"{%\1 if true \2%}", re.sub(r"\{%(-?)\s*endgeneration\s*(-?)%\}", r"{%\1 endif \2%}", text))
         for name, text in styles.items()}

source = (here.parents[2] / "backend/text/template_names.cpp").read_text()
constants = dict(re.findall(r'string_view (k\w+) =\s*R"\((.*?)\)";', source, re.S))
named = {name: constants[constant] for name, constant in re.findall(r'\{"(\w+)", (k\w+),', source)}

model = Tokenizer(models.BPE())
model.normalizer = normalizers.NFC()
model.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
model.decoder = decoders.ByteLevel()
texts = [json.dumps(conversations, ensure_ascii=False), json.dumps(tools)] * 4
model.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=600, special_tokens=specials, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
tokenizer = PreTrainedTokenizerFast(tokenizer_object=model, bos_token="<s>", eos_token="</s>")
model.save(str(here / "tokenizer.json"))
(here / "tokenizer_config.json").write_text(json.dumps({"bos_token": "<s>", "eos_token": {"content": "</s>"}}) + "\n")

cases = []
for kind, sources in (("named", named), ("style", styles)):
    for name, text in sources.items():
        for title, messages in conversations.items():
            has_tools = title == "tools" and name in ("qwen", "deepseek3", "with_tools")
            if title == "tools" and not has_tools:
                continue
            for prompt in (False, True):
                case = {"kind": kind, "name": name, "conversation": title, "generation_prompt": prompt, "tools": has_tools}
                try:
                    made = tokenizer.apply_chat_template(messages, chat_template=text, tools=tools if has_tools else None, add_generation_prompt=prompt,
                                                         return_dict=True, return_assistant_tokens_mask=True)
                    case["text"] = tokenizer.apply_chat_template(messages, chat_template=text, tools=tools if has_tools else None, add_generation_prompt=prompt, tokenize=False)
                    case["ids"] = made["input_ids"]
                    case["trained"] = "".join(map(str, made["assistant_masks"]))
                except Exception as error:
                    case["refused"] = str(error)
                cases.append(case)
(here / "cases.json").write_text(json.dumps({
    "made_with": f"transformers {transformers.__version__}, tokenizers {tokenizers.__version__}",
    "marked": styles, "plain": plain, "conversations": conversations, "tools": tools, "cases": cases}, ensure_ascii=False, indent=0) + "\n")
