#include "pages/runs/setting_words.h"

#include <array>

#include <QCoreApplication>

#include "controls/numbers.h"
#include "runs/run_overview.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr std::array kNames{
    std::pair{"model_name_or_path", QT_TRANSLATE_NOOP("Settings", "Base model")},
    std::pair{"adapter_name_or_path", QT_TRANSLATE_NOOP("Settings", "Adapter it continues")},
    std::pair{"train_from_scratch", QT_TRANSLATE_NOOP("Settings", "From random weights")},
    std::pair{"stage", QT_TRANSLATE_NOOP("Settings", "Stage")},
    std::pair{"finetuning_type", QT_TRANSLATE_NOOP("Settings", "Method")},
    std::pair{"lora_rank", QT_TRANSLATE_NOOP("Settings", "LoRA rank")},
    std::pair{"lora_alpha", QT_TRANSLATE_NOOP("Settings", "LoRA alpha")},
    std::pair{"lora_dropout", QT_TRANSLATE_NOOP("Settings", "LoRA dropout")},
    std::pair{"lora_target", QT_TRANSLATE_NOOP("Settings", "LoRA targets")},
    std::pair{"use_rslora", QT_TRANSLATE_NOOP("Settings", "rsLoRA")},
    std::pair{"freeze_trainable_layers", QT_TRANSLATE_NOOP("Settings", "Trained layers")},
    std::pair{"dataset", QT_TRANSLATE_NOOP("Settings", "Data")},
    std::pair{"eval_dataset", QT_TRANSLATE_NOOP("Settings", "Evaluation data")},
    std::pair{"val_size", QT_TRANSLATE_NOOP("Settings", "Rows held back")},
    std::pair{"template", QT_TRANSLATE_NOOP("Settings", "Template")},
    std::pair{"cutoff_len", QT_TRANSLATE_NOOP("Settings", "Cutoff length")},
    std::pair{"max_samples", QT_TRANSLATE_NOOP("Settings", "Rows at most")},
    std::pair{"packing", QT_TRANSLATE_NOOP("Settings", "Packing")},
    std::pair{"neat_packing", QT_TRANSLATE_NOOP("Settings", "Neat packing")},
    std::pair{"group_by_length", QT_TRANSLATE_NOOP("Settings", "Grouped by length")},
    std::pair{"shuffle", QT_TRANSLATE_NOOP("Settings", "Shuffle")},
    std::pair{"train_on_prompt", QT_TRANSLATE_NOOP("Settings", "Trains on the prompt")},
    std::pair{"mask_history", QT_TRANSLATE_NOOP("Settings", "Last answer alone")},
    std::pair{"logging_steps", QT_TRANSLATE_NOOP("Settings", "Steps between log rows")},
    std::pair{"save_strategy", QT_TRANSLATE_NOOP("Settings", "Checkpoints by")},
    std::pair{"save_steps", QT_TRANSLATE_NOOP("Settings", "Steps between checkpoints")},
    std::pair{"save_total_limit", QT_TRANSLATE_NOOP("Settings", "Checkpoints kept")},
    std::pair{"eval_strategy", QT_TRANSLATE_NOOP("Settings", "Evaluations by")},
    std::pair{"eval_steps", QT_TRANSLATE_NOOP("Settings", "Steps between evaluations")},
    std::pair{"load_best_model_at_end", QT_TRANSLATE_NOOP("Settings", "Keeps the best at the end")},
    std::pair{"early_stopping_patience", QT_TRANSLATE_NOOP("Settings", "Patience")},
    std::pair{"plot_loss", QT_TRANSLATE_NOOP("Settings", "Loss picture")},
    std::pair{"per_device_train_batch_size", QT_TRANSLATE_NOOP("Settings", "Batch size a device")},
    std::pair{"per_device_eval_batch_size", QT_TRANSLATE_NOOP("Settings", "Evaluation batch a device")},
    std::pair{"gradient_accumulation_steps", QT_TRANSLATE_NOOP("Settings", "Gradient accumulation")},
    std::pair{"learning_rate", QT_TRANSLATE_NOOP("Settings", "Learning rate")},
    std::pair{"num_train_epochs", QT_TRANSLATE_NOOP("Settings", "Epochs")},
    std::pair{"max_steps", QT_TRANSLATE_NOOP("Settings", "Steps at most")},
    std::pair{"lr_scheduler_type", QT_TRANSLATE_NOOP("Settings", "Schedule")},
    std::pair{"warmup_ratio", QT_TRANSLATE_NOOP("Settings", "Warm-up share")},
    std::pair{"warmup_steps", QT_TRANSLATE_NOOP("Settings", "Warm-up steps")},
    std::pair{"weight_decay", QT_TRANSLATE_NOOP("Settings", "Weight decay")},
    std::pair{"adam_beta1", QT_TRANSLATE_NOOP("Settings", "Adam beta 1")},
    std::pair{"adam_beta2", QT_TRANSLATE_NOOP("Settings", "Adam beta 2")},
    std::pair{"adam_epsilon", QT_TRANSLATE_NOOP("Settings", "Adam epsilon")},
    std::pair{"max_grad_norm", QT_TRANSLATE_NOOP("Settings", "Gradient clip")},
    std::pair{"seed", QT_TRANSLATE_NOOP("Settings", "Seed")},
    std::pair{"compute_dtype", QT_TRANSLATE_NOOP("Settings", "Compute precision")},
    std::pair{"pure_bf16", QT_TRANSLATE_NOOP("Settings", "Weights in BF16")},
    std::pair{"gradient_checkpointing", QT_TRANSLATE_NOOP("Settings", "Gradient checkpointing")},
    std::pair{"device", QT_TRANSLATE_NOOP("Settings", "Device")},
    std::pair{"threads", QT_TRANSLATE_NOOP("Settings", "Threads")},
    std::pair{"nproc_per_node", QT_TRANSLATE_NOOP("Settings", "Ranks")},
};

constexpr double kSmall = 0.001;  // below it a number reads as a rate

bool isPath(const std::string& key) { return key.ends_with("_or_path") || key == "dataset" || key == "eval_dataset"; }

QString textOf(const std::string& key, const OrderedJson& value) {
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        return QString::fromStdString(isPath(key) ? runs::shortName(text) : text);
    }
    if (value.is_number_integer())
        return key == "seed" ? QString::number(value.get<std::int64_t>()) : controls::formatCount(value.get<std::int64_t>());
    if (value.is_number()) {
        const double number = value.get<double>();
        return number != 0 && std::abs(number) < kSmall ? controls::formatRate(number) : QString::number(number, 'g', 6);
    }
    return value.is_null() ? QString() : QString::fromStdString(value.dump());
}

}  // namespace

QString settingName(const std::string& key) {
    for (const auto& [known, name] : kNames)
        if (key == known) return QCoreApplication::translate("Settings", name);
    return QString::fromStdString(key);
}

QString settingValue(const std::string& key, const OrderedJson& value) {
    QStringList parts;
    if (value.is_array())
        for (const auto& each : value) parts << textOf(key, each);
    else
        parts << textOf(key, value);
    const auto text = parts.join(u", "_s);
    return text.isEmpty() ? u"–"_s : text;
}

}  // namespace anneal::pages
