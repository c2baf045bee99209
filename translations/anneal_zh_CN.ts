<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Attention</name>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>It has no checkpoint and starts again.</source>
        <translation>没有检查点，将从头开始。</translation>
    </message>
    <message>
        <source>It continues from step %1, bit for bit.</source>
        <translation>可从第 %1 步逐位一致地继续。</translation>
    </message>
    <message>
        <source>%1 ended without a word at step %2</source>
        <translation>%1 在第 %2 步意外中断</translation>
    </message>
    <message>
        <source>%1 failed at step %2</source>
        <translation>%1 在第 %2 步失败</translation>
    </message>
    <message>
        <source>%1 is free now.</source>
        <translation>现有 %1 可用。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The training engine is missing</source>
        <translation>缺少训练引擎</translation>
    </message>
    <message>
        <source>Data can be prepared, but nothing can be trained, asked or exported.</source>
        <translation>可以准备数据，但无法训练、对话或导出。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>如何解决</translation>
    </message>
    <message>
        <source>Only %1 of disk is free</source>
        <translation>磁盘仅剩 %1</translation>
    </message>
    <message>
        <source>Checkpoints and exports may not fit. See what can go.</source>
        <translation>可能放不下检查点和导出文件。看看哪些可以清理。</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>清理空间</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Could not write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <translation>请换一个文件夹，或在那里腾出空间。</translation>
    </message>
    <message>
        <source>Stopped before all rows were written</source>
        <translation>尚未写完所有行就已停止</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>对比 %1</translation>
    </message>
    <message>
        <source>%1, smoothed</source>
        <translation>%1（平滑）</translation>
    </message>
    <message>
        <source>%1 ended at %2</source>
        <translation>%1 止于 %2</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>%1 %2 at %3.</source>
        <translation>%1 在 %3 处为 %2。</translation>
    </message>
</context>
<context>
    <name>ChatCases</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>换一个位置</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>No sample is cut</source>
        <translation>没有样本被截断</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>最长 %1</translation>
    </message>
    <message>
        <source>%1 samples are longer than the cutoff</source>
        <translation>%1 条样本超过截断长度</translation>
    </message>
    <message>
        <source>%1 of them all end at %2 tokens: the end of their answers is not learnt. The longest has %3.</source>
        <translation>占全部的 %1，在第 %2 个词元处被截断，答案的末尾学不到。最长的有 %3 个词元。</translation>
    </message>
    <message>
        <source>Raise it to %1</source>
        <translation>提高到 %1</translation>
    </message>
    <message>
        <source>Cutoff %1</source>
        <translation>截断长度 %1</translation>
    </message>
    <message>
        <source>Samples fit the model&apos;s context</source>
        <translation>样本没有超出模型上下文</translation>
    </message>
    <message>
        <source>Samples are longer than the model&apos;s context</source>
        <translation>样本超出了模型的上下文</translation>
    </message>
    <message>
        <source>Up to %1 tokens, and the model reads no more than %2 at once.</source>
        <translation>最长 %1 个词元，而模型一次最多读取 %2 个。</translation>
    </message>
    <message>
        <source>Cut at %1</source>
        <translation>在 %1 处截断</translation>
    </message>
    <message>
        <source>Enough of the tokens are trained</source>
        <translation>参与训练的词元足够</translation>
    </message>
    <message>
        <source>Only %1 of the tokens are trained</source>
        <translation>只有 %1 的词元参与训练</translation>
    </message>
    <message>
        <source>The rest is read and not learnt: most of the time goes into prompts.</source>
        <translation>其余只读不学，时间大多花在提示词上。</translation>
    </message>
    <message>
        <source>Train every answer</source>
        <translation>训练每一轮回答</translation>
    </message>
    <message>
        <source>Train the prompts too</source>
        <translation>提示词也参与训练</translation>
    </message>
    <message>
        <source>Every answer is trained</source>
        <translation>每一轮回答都参与训练</translation>
    </message>
    <message>
        <source>Prompts are trained</source>
        <translation>提示词参与训练</translation>
    </message>
    <message>
        <source>Answers end with the stop token</source>
        <translation>答案以停止词元结尾</translation>
    </message>
    <message>
        <source>Answers do not end with a stop token</source>
        <translation>答案没有以停止词元结尾</translation>
    </message>
    <message>
        <source>%1 do: the model would not learn where to stop. Choose a template that writes one.</source>
        <translation>只有 %1 是这样，模型学不会在哪里停。请选用会写出停止词元的模板。</translation>
    </message>
    <message>
        <source>%1 do: the model would not learn where to stop.</source>
        <translation>只有 %1 是这样，模型学不会在哪里停。</translation>
    </message>
    <message>
        <source>Add the end token</source>
        <translation>添加结束词元</translation>
    </message>
    <message>
        <source>The end token is added</source>
        <translation>已添加结束词元</translation>
    </message>
    <message>
        <source>Every row can be trained on</source>
        <translation>每一行都可用于训练</translation>
    </message>
    <message>
        <source>%1 rows are left out</source>
        <translation>%1 行被略去</translation>
    </message>
    <message>
        <source>The template refuses them, or nothing in them is trained.</source>
        <translation>模板不接受它们，或其中没有可训练的内容。</translation>
    </message>
    <message>
        <source>No two samples are equal</source>
        <translation>没有重复的样本</translation>
    </message>
    <message>
        <source>%1 samples are there more than once</source>
        <translation>%1 条样本重复出现</translation>
    </message>
    <message>
        <source>They weigh more than the others. The recipe step Remove duplicates takes them out.</source>
        <translation>它们的权重会偏大。可用清洗步骤“去重”移除。</translation>
    </message>
    <message>
        <source>Held-out rows are not trained on</source>
        <translation>留出的行未用于训练</translation>
    </message>
    <message>
        <source>%1 held-out rows are also in the training rows</source>
        <translation>%1 行留出数据也在训练数据中</translation>
    </message>
    <message>
        <source>They are equal to the token, so eval loss would look better than it is.</source>
        <translation>它们逐词元相同，评估损失会显得偏低。</translation>
    </message>
    <message>
        <source>Split without overlap</source>
        <translation>重新划分，不再重叠</translation>
    </message>
    <message>
        <source>The learning rate is usual</source>
        <translation>学习率在常用范围内</translation>
    </message>
    <message>
        <source>The learning rate %1 is unusual</source>
        <translation>学习率 %1 不常见</translation>
    </message>
    <message>
        <source>This method learns from %1 to %2; outside it learns nothing or falls apart.</source>
        <translation>该方法的有效范围是 %1 到 %2，超出则学不到或发散。</translation>
    </message>
    <message>
        <source>Set it to %1</source>
        <translation>设为 %1</translation>
    </message>
    <message>
        <source>Learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>Enough steps to learn</source>
        <translation>步数足够</translation>
    </message>
    <message>
        <source>Only %1 steps</source>
        <translation>只有 %1 步</translation>
    </message>
    <message>
        <source>The model hardly changes in so few.</source>
        <translation>步数太少，模型几乎不变。</translation>
    </message>
    <message>
        <source>%1 rows a step</source>
        <translation>每步 %1 行</translation>
    </message>
    <message>
        <source>Train for %1 epochs</source>
        <translation>训练 %1 轮</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>The warmup leaves steps to train</source>
        <translation>预热之后仍有足够步数</translation>
    </message>
    <message>
        <source>The warmup takes %1 of %2 steps</source>
        <translation>预热占了 %2 步中的 %1 步</translation>
    </message>
    <message>
        <source>The full rate is hardly reached before the run ends.</source>
        <translation>还没到完整学习率，运行就结束了。</translation>
    </message>
    <message>
        <source>Warm up for a tenth</source>
        <translation>用十分之一的步数预热</translation>
    </message>
    <message>
        <source>A tenth warms up</source>
        <translation>十分之一的步数用于预热</translation>
    </message>
    <message>
        <source>Rows are held out</source>
        <translation>已留出评估数据</translation>
    </message>
    <message>
        <source>No rows are held out</source>
        <translation>没有留出评估数据</translation>
    </message>
    <message>
        <source>Nobody would see when it begins to learn by heart.</source>
        <translation>无法看出它何时开始死记硬背。</translation>
    </message>
    <message>
        <source>Hold out 5 %</source>
        <translation>留出 5 %</translation>
    </message>
    <message>
        <source>5 % are held out</source>
        <translation>已留出 5 %</translation>
    </message>
    <message>
        <source>Enough evaluations</source>
        <translation>评估次数足够</translation>
    </message>
    <message>
        <source>Only %1 evaluations</source>
        <translation>只评估 %1 次</translation>
    </message>
    <message>
        <source>Early stopping needs %1 to act.</source>
        <translation>早停至少需要 %1 次才会起作用。</translation>
    </message>
    <message>
        <source>Checkpoints on the way</source>
        <translation>途中会保存检查点</translation>
    </message>
    <message>
        <source>No checkpoint before the end</source>
        <translation>结束之前没有检查点</translation>
    </message>
    <message>
        <source>After a power cut it would start again.</source>
        <translation>断电后只能从头开始。</translation>
    </message>
    <message>
        <source>%1 rows at once</source>
        <translation>一次 %1 行</translation>
    </message>
    <message>
        <source>activations computed again</source>
        <translation>重算激活</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It fits in memory</source>
        <translation>内存足够</translation>
    </message>
    <message>
        <source>It takes about %1 and %2 are free.</source>
        <translation>约需 %1，可用 %2。</translation>
    </message>
    <message>
        <source> A smaller base model would fit.</source>
        <translation>换用更小的基础模型即可。</translation>
    </message>
    <message>
        <source> With %1 about %2.</source>
        <translation>改为%1后约需 %2。</translation>
    </message>
    <message>
        <source>It does not fit in memory</source>
        <translation>内存放不下</translation>
    </message>
    <message>
        <source>Memory is tight</source>
        <translation>内存紧张</translation>
    </message>
    <message>
        <source>Take less memory</source>
        <translation>减少内存占用</translation>
    </message>
    <message>
        <source>It fits on the disk</source>
        <translation>磁盘空间足够</translation>
    </message>
    <message>
        <source>The disk is too full</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>It writes %1 and %2 are free.</source>
        <translation>将写入 %1，可用 %2。</translation>
    </message>
    <message>
        <source>Keep one checkpoint</source>
        <translation>只保留一个检查点</translation>
    </message>
    <message>
        <source>Keep no checkpoint</source>
        <translation>不保留检查点</translation>
    </message>
    <message>
        <source>One checkpoint is kept</source>
        <translation>保留一个检查点</translation>
    </message>
    <message>
        <source>No checkpoint is kept</source>
        <translation>不保留检查点</translation>
    </message>
    <message>
        <source>Each rank has a device</source>
        <translation>每个进程都有设备</translation>
    </message>
    <message>
        <source>%1 ranks, but %2 GPUs</source>
        <translation>%1 个进程，却只有 %2 张 GPU</translation>
    </message>
    <message>
        <source>Each rank needs a GPU of its own.</source>
        <translation>每个进程需要一张独立的 GPU。</translation>
    </message>
    <message>
        <source>Use %1 ranks</source>
        <translation>使用 %1 个进程</translation>
    </message>
    <message>
        <source>%1 ranks</source>
        <translation>%1 个进程</translation>
    </message>
    <message numerus="yes">
        <source>Evaluate each %n step(s)</source>
        <translation>
            <numerusform>每 %n 步评估一次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save each %n step(s)</source>
        <translation>
            <numerusform>每 %n 步保存一次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Eval loss, best</source>
        <translation>最佳评估 loss</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>Eval loss at step %1</source>
        <translation>第 %1 步的评估 loss</translation>
    </message>
    <message>
        <source>Train loss, newest</source>
        <translation>最新训练 loss</translation>
    </message>
    <message>
        <source>Tokens a second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1 forecast</source>
        <translation>预计 %1</translation>
    </message>
    <message>
        <source>At step %1, %2 leads %3 by %4.</source>
        <translation>在第 %1 步，%2 领先 %3 %4。</translation>
    </message>
    <message>
        <source>%1 takes %2 less memory than %3.</source>
        <translation>%1 比 %3 少用 %2 的内存。</translation>
    </message>
    <message>
        <source>%1 takes %2 more memory than %3.</source>
        <translation>%1 比 %3 多用 %2 的内存。</translation>
    </message>
    <message>
        <source>The eval loss of %1 turns up after step %2.</source>
        <translation>%1 的评估 loss 在第 %2 步之后开始上升。</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Eval</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练 loss</translation>
    </message>
    <message>
        <source>Eval loss</source>
        <translation>评估 loss</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>DataCommands</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Import what the clipboard holds</source>
        <translation>导入剪贴板内容</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>显示表格</translation>
    </message>
    <message>
        <source>Show the profile</source>
        <translation>显示概况</translation>
    </message>
    <message>
        <source>Show the samples</source>
        <translation>显示样本</translation>
    </message>
    <message>
        <source>Find in the rows</source>
        <translation>在行中查找</translation>
    </message>
    <message>
        <source>Find the next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Go to a row</source>
        <translation>跳到某行</translation>
    </message>
    <message>
        <source>Copy rows as JSON lines</source>
        <translation>将行复制为 JSON Lines</translation>
    </message>
    <message>
        <source>Open the recipe</source>
        <translation>打开清洗方案</translation>
    </message>
    <message>
        <source>Add a cleaning step</source>
        <translation>添加清洗步骤</translation>
    </message>
    <message>
        <source>Undo in the recipe</source>
        <translation>撤销方案修改</translation>
    </message>
    <message>
        <source>Redo in the recipe</source>
        <translation>重做方案修改</translation>
    </message>
    <message>
        <source>Load a recipe</source>
        <translation>载入清洗方案</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存清洗方案</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>保存为新版本</translation>
    </message>
    <message>
        <source>Show the versions</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>Split into training and test</source>
        <translation>划分训练集与测试集</translation>
    </message>
    <message>
        <source>Train on this data set</source>
        <translation>用此数据集训练</translation>
    </message>
</context>
<context>
    <name>DatasetWords</name>
    <message>
        <source>Instructions</source>
        <translation>指令数据</translation>
    </message>
    <message>
        <source>An instruction, perhaps an input, and the answer</source>
        <translation>一条指令、可选的输入和回答</translation>
    </message>
    <message>
        <source>Conversations (ShareGPT)</source>
        <translation>对话（ShareGPT）</translation>
    </message>
    <message>
        <source>A list of turns, each with who speaks and what is said</source>
        <translation>多轮对话，每轮注明说话者和内容</translation>
    </message>
    <message>
        <source>Conversations (messages)</source>
        <translation>对话（messages）</translation>
    </message>
    <message>
        <source>A list of messages with role and content</source>
        <translation>带角色和内容的消息列表</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好数据</translation>
    </message>
    <message>
        <source>A better and a worse answer to one question</source>
        <translation>同一问题的较优与较差回答</translation>
    </message>
    <message>
        <source>Judged answers (KTO)</source>
        <translation>评判数据（KTO）</translation>
    </message>
    <message>
        <source>An answer and whether it is good</source>
        <translation>一个回答及其好坏</translation>
    </message>
    <message>
        <source>Prompts and completions</source>
        <translation>提示与补全</translation>
    </message>
    <message>
        <source>A text and how it goes on</source>
        <translation>一段文本及其续写</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Text to go on with, every token trained</source>
        <translation>用于续写的文本，全部词元参与训练</translation>
    </message>
    <message>
        <source>Labelled texts</source>
        <translation>文本分类</translation>
    </message>
    <message>
        <source>A text and the class that it belongs to</source>
        <translation>文本及其类别</translation>
    </message>
    <message>
        <source>Labelled words</source>
        <translation>序列标注</translation>
    </message>
    <message>
        <source>Words or stretches of a text with their labels</source>
        <translation>词或文本片段及其标签</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images with text or labels</source>
        <translation>图像及其文本或标签</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Recordings with text</source>
        <translation>录音及其文本</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Rows and columns without a role in training yet</source>
        <translation>尚未指定训练用途的行列数据</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Better answer</source>
        <translation>较优回答</translation>
    </message>
    <message>
        <source>Worse answer</source>
        <translation>较差回答</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>评判</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Nested (JSON)</source>
        <translation>嵌套（JSON）</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是否</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Exact number</source>
        <translation>精确小数</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期时间</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>delimiter %1</source>
        <translation>分隔符 %1</translation>
    </message>
    <message>
        <source>quote %1</source>
        <translation>引号 %1</translation>
    </message>
    <message>
        <source>first row names the columns</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>无表头</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Open the demo project</source>
        <translation>打开演示项目</translation>
    </message>
</context>
<context>
    <name>Disk</name>
    <message>
        <source>Files read for training</source>
        <translation>为训练读取的文件</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Measured steps</source>
        <translation>实测步骤</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Deleted, to be brought back</source>
        <translation>已删除，可恢复</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Processor and memory</source>
        <translation>处理器与内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>AVX2 and FMA</source>
        <translation>AVX2 与 FMA</translation>
    </message>
    <message>
        <source>Training and generation on the CPU run several times slower, or not at all.</source>
        <translation>在 CPU 上训练和生成会慢数倍，甚至无法运行。</translation>
    </message>
    <message>
        <source>BF16 on the CPU</source>
        <translation>CPU 的 BF16</translation>
    </message>
    <message>
        <source>AVX-512 BF16 or AMX</source>
        <translation>AVX-512 BF16 或 AMX</translation>
    </message>
    <message>
        <source>BF16 halves the memory on this CPU but is no faster than FP32.</source>
        <translation>在此 CPU 上 BF16 可省一半内存，但不比 FP32 快。</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>2 or more</source>
        <translation>至少 2 个</translation>
    </message>
    <message>
        <source>Importing and training share one core.</source>
        <translation>导入与训练共用一个核心。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>4 GiB</source>
        <translation>4 GiB</translation>
    </message>
    <message>
        <source>Only the smallest models fit.</source>
        <translation>只放得下最小的模型。</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>可用空间</translation>
    </message>
    <message>
        <source>10 GiB</source>
        <translation>10 GiB</translation>
    </message>
    <message>
        <source>Checkpoints and exports may not fit.</source>
        <translation>可能放不下检查点和导出文件。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>可写入</translation>
    </message>
    <message>
        <source>No run, data set or model can be kept.</source>
        <translation>无法保存任何运行、数据集或模型。</translation>
    </message>
    <message>
        <source>Training engine</source>
        <translation>训练引擎</translation>
    </message>
    <message>
        <source>Starts, with LibTorch</source>
        <translation>可启动，带 LibTorch</translation>
    </message>
    <message>
        <source>Training, evaluation, chat and export do not run.</source>
        <translation>训练、评估、对话和导出均无法进行。</translation>
    </message>
    <message>
        <source>Build tools</source>
        <translation>构建工具</translation>
    </message>
    <message>
        <source>Only to build from source</source>
        <translation>仅从源码构建时需要</translation>
    </message>
    <message>
        <source>Anneal Studio cannot be built from source here.</source>
        <translation>无法在此从源码构建 Anneal Studio。</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动</translation>
    </message>
    <message>
        <source>580 or newer, for CUDA 13</source>
        <translation>580 或更新（CUDA 13）</translation>
    </message>
    <message>
        <source>The GPU stands idle; training runs on the CPU, 50 to 500 times slower.</source>
        <translation>GPU 闲置；训练在 CPU 上进行，慢 50 到 500 倍。</translation>
    </message>
    <message>
        <source>CUDA library</source>
        <translation>CUDA 库</translation>
    </message>
    <message>
        <source>12 or 13</source>
        <translation>12 或 13</translation>
    </message>
    <message>
        <source>The engine cannot use the GPU.</source>
        <translation>引擎无法使用 GPU。</translation>
    </message>
    <message>
        <source>cuDNN</source>
        <translation>cuDNN</translation>
    </message>
    <message>
        <source>9</source>
        <translation>9</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>In hardware</source>
        <translation>硬件支持</translation>
    </message>
    <message>
        <source>Not in hardware</source>
        <translation>无硬件支持</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2 free</source>
        <translation>%1，可用 %2</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>Does not start</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>齐全</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>No GPU is plugged in</source>
        <translation>未安装 GPU</translation>
    </message>
    <message>
        <source>Nothing without a GPU</source>
        <translation>无 GPU 时不需要</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>有所缺失</translation>
    </message>
    <message>
        <source>Ready to train on the CPU</source>
        <translation>可用 CPU 训练</translation>
    </message>
    <message>
        <source>Ready to train on the GPU</source>
        <translation>可用 GPU 训练</translation>
    </message>
    <message>
        <source>Ready to train on %1 GPUs</source>
        <translation>可用 %1 张 GPU 训练</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed.</source>
        <translation>
            <numerusform>%n 项检查通过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand(s) in the way or could be better.</source>
        <translation>
            <numerusform>%n 项需要解决或可以改进。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could be better; that stops no run.</source>
        <translation>
            <numerusform>%n 项可以改进，但不妨碍运行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportGate</name>
    <message>
        <source>Tokens of a text</source>
        <translation>分词结果</translation>
    </message>
    <message>
        <source>Texts in many scripts are cut into the same tokens</source>
        <translation>多种文字的文本切分出的词元完全一致</translation>
    </message>
    <message>
        <source>llama.cpp cuts texts otherwise than training did, so the model would read other tokens. Export a Hugging Face folder instead.</source>
        <translation>llama.cpp 的分词与训练时不同，模型读到的词元会变。请改为导出 Hugging Face 文件夹。</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>特殊词元</translation>
    </message>
    <message>
        <source>Begin, end and padding are the same tokens</source>
        <translation>起始、结束和填充词元一致</translation>
    </message>
    <message>
        <source>The base model&apos;s tokenizer names other special tokens than the file. Check its tokenizer_config.json.</source>
        <translation>基座模型分词器声明的特殊词元与文件不同。请检查它的 tokenizer_config.json。</translation>
    </message>
    <message>
        <source>Stop tokens</source>
        <translation>停止词元</translation>
    </message>
    <message>
        <source>Answers end at the same tokens</source>
        <translation>回答在同样的词元处结束</translation>
    </message>
    <message>
        <source>Answers would end elsewhere or not at all. Check the template that the run was trained with.</source>
        <translation>回答会在别处结束，或者不会结束。请检查训练所用的模板。</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>对话模板</translation>
    </message>
    <message>
        <source>Conversations are rendered byte for byte the same</source>
        <translation>对话渲染结果逐字节一致</translation>
    </message>
    <message>
        <source>A chat would be shown to the model otherwise than in training. Choose a template with a name and train again.</source>
        <translation>对话呈现给模型的形式与训练时不同。请选用有名称的模板重新训练。</translation>
    </message>
    <message>
        <source>Same network</source>
        <translation>网络结构一致</translation>
    </message>
    <message>
        <source>Widened to F32, the file computes what our engine computes</source>
        <translation>展开为 F32 后，文件的计算结果与我们的引擎一致</translation>
    </message>
    <message>
        <source>The file does not describe this network. Keep the report and tell us which model it is.</source>
        <translation>文件描述的不是这个网络。请保留报告，并告诉我们是哪个模型。</translation>
    </message>
    <message>
        <source>Same network in use</source>
        <translation>实际运行一致</translation>
    </message>
    <message>
        <source>As it is, the file computes what our engine computes, but for the runtime&apos;s rounding</source>
        <translation>文件原样运行时，除运行时的舍入外，与我们的引擎一致</translation>
    </message>
    <message>
        <source>The runtime computes something else than our engine. Try another type, and keep the report.</source>
        <translation>运行时的计算与我们的引擎不同。请换一种类型，并保留报告。</translation>
    </message>
    <message>
        <source>Distance to the trained model</source>
        <translation>与训练模型的差距</translation>
    </message>
    <message>
        <source>How far the next-token choices are from those of the trained model</source>
        <translation>下一词元的分布与训练模型相差多少</translation>
    </message>
    <message>
        <source>This type loses too much of the model. Export one with more bits: Q8_0 or F16.</source>
        <translation>这种类型损失过大。请导出位数更高的类型：Q8_0 或 F16。</translation>
    </message>
    <message>
        <source>Same text</source>
        <translation>文本一致</translation>
    </message>
    <message>
        <source>Answers without sampling are the same, letter by letter</source>
        <translation>不采样时的回答逐字一致</translation>
    </message>
    <message>
        <source>The file writes another text than the trained model. Keep the report and tell us which model it is.</source>
        <translation>文件写出的文本与训练模型不同。请保留报告，并告诉我们是哪个模型。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>The file holds as many tokens as the model</source>
        <translation>文件中的词元数与模型一致</translation>
    </message>
    <message>
        <source>The tokenizer and the weights do not belong together. Check the base model&apos;s folder.</source>
        <translation>分词器与权重不匹配。请检查基座模型的文件夹。</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Did not pass</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Hugging Face folder</source>
        <translation>Hugging Face 文件夹</translation>
    </message>
    <message>
        <source>PEFT adapter</source>
        <translation>PEFT 适配器</translation>
    </message>
</context>
<context>
    <name>ExportStages</name>
    <message>
        <source>Loading the trained model</source>
        <translation>加载训练好的模型</translation>
    </message>
    <message>
        <source>Asking the trained model</source>
        <translation>计算训练模型的输出</translation>
    </message>
    <message>
        <source>Writing weights</source>
        <translation>写入权重</translation>
    </message>
    <message>
        <source>Writing the adapter</source>
        <translation>写入适配器</translation>
    </message>
    <message>
        <source>Writing GGUF</source>
        <translation>写入 GGUF</translation>
    </message>
    <message>
        <source>Quantising</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Comparing engines</source>
        <translation>比对引擎</translation>
    </message>
    <message>
        <source>Comparing with the trained model</source>
        <translation>与训练模型比对</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
</context>
<context>
    <name>GgufTypes</name>
    <message>
        <source>As trained, but for the last bits</source>
        <translation>与训练结果几乎相同，仅末位有别</translation>
    </message>
    <message>
        <source>As trained in BF16; slow on older processors</source>
        <translation>与 BF16 训练结果相同；旧处理器上较慢</translation>
    </message>
    <message>
        <source>Hardly to be told from F16</source>
        <translation>与 F16 几乎无法区分</translation>
    </message>
    <message>
        <source>Very close, a fifth smaller than Q8_0</source>
        <translation>非常接近，比 Q8_0 小约五分之一</translation>
    </message>
    <message>
        <source>Close; a small loss</source>
        <translation>接近，略有损失</translation>
    </message>
    <message>
        <source>The usual balance of size and quality</source>
        <translation>体积与质量的常用折中</translation>
    </message>
    <message>
        <source>A loss that shows; where memory is short</source>
        <translation>损失可见，适合内存紧张时</translation>
    </message>
    <message>
        <source>A large loss; the last resort</source>
        <translation>损失很大，不得已时使用</translation>
    </message>
</context>
<context>
    <name>HardwareTiers</name>
    <message>
        <source>Development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>One consumer card. Try data, templates and settings on a small base or with LoRA; what works here moves up unchanged.</source>
        <translation>一张消费级显卡。用小模型或 LoRA 试数据、模板和参数；在这里跑通的配置可原样放大。</translation>
    </message>
    <message>
        <source>Mid-scale</source>
        <translation>中等规模</translation>
    </message>
    <message>
        <source>Four data-centre cards in one machine. Each holds the whole model and trains its share of every batch: about four times as fast.</source>
        <translation>一台机器上四张数据中心卡。每张卡都放下整个模型，各训练批次的一份：速度约为四倍。</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Eight such cards and more, over several machines by torchrun or Slurm. For many runs a day and data sets of millions of rows.</source>
        <translation>八张以上同级显卡，可用 torchrun 或 Slurm 跨多台机器。适合每天多次运行、数百万行的数据集。</translation>
    </message>
    <message>
        <source>%1 × %2 GB</source>
        <translation>%1 × %2 GB</translation>
    </message>
</context>
<context>
    <name>ImportSection</name>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>竖线</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>This product&apos;s own files</source>
        <translation>本产品自身的文件</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>窗口界面</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Tensors and gradients, in the engine</source>
        <translation>引擎中的张量与梯度</translation>
    </message>
    <message>
        <source>GGUF files and chat templates</source>
        <translation>GGUF 文件与对话模板</translation>
    </message>
    <message>
        <source>Tables, CSV and Parquet</source>
        <translation>表格、CSV 与 Parquet</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Records of runs and of this window</source>
        <translation>运行记录与窗口状态</translation>
    </message>
    <message>
        <source>Unicode</source>
        <translation>Unicode</translation>
    </message>
    <message>
        <source>Regular expressions</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Tokenizers</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Hashes</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Loss curves as pictures</source>
        <translation>损失曲线图片</translation>
    </message>
    <message>
        <source>The command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Errors as values</source>
        <translation>以值表示错误</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Tuned</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基座</translation>
    </message>
    <message>
        <source>Result of the run</source>
        <translation>训练结果</translation>
    </message>
    <message>
        <source>Best checkpoint, step %1</source>
        <translation>最佳检查点，第 %1 步</translation>
    </message>
    <message>
        <source>Last checkpoint, step %1</source>
        <translation>最新检查点，第 %1 步</translation>
    </message>
    <message>
        <source>Checkpoint, step %1</source>
        <translation>检查点，第 %1 步</translation>
    </message>
</context>
<context>
    <name>ModelFit</name>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>%1 fits</source>
        <translation>%1 放得下</translation>
    </message>
    <message>
        <source>%1 is tight</source>
        <translation>%1 偏紧</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 放不下</translation>
    </message>
    <message>
        <source>Takes about %1 of %2</source>
        <translation>约占 %1，共 %2</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>Base</source>
        <translation>基座</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>commercial use allowed, with use-based restrictions</source>
        <translation>允许商用，但对用途有限制</translation>
    </message>
    <message>
        <source>distilled into Qwen2.5 models, which are Apache-2.0</source>
        <translation>蒸馏自 Qwen2.5 模型，后者为 Apache-2.0</translation>
    </message>
    <message>
        <source>Licence: %1 (%2)</source>
        <translation>许可证：%1（%2）</translation>
    </message>
    <message>
        <source>A folder on this machine, of the %1 family</source>
        <translation>本机文件夹，%1 系列</translation>
    </message>
    <message>
        <source>General text, for continued pre-training or tuning from the ground up</source>
        <translation>通用文本，适合继续预训练或从头微调</translation>
    </message>
    <message>
        <source>General chat, a good first choice for question and answer data</source>
        <translation>通用对话，问答数据的首选</translation>
    </message>
    <message>
        <source>Source code in 87 programming languages</source>
        <translation>87 种编程语言的源代码</translation>
    </message>
    <message>
        <source>Programming tasks given as instructions</source>
        <translation>以指令给出的编程任务</translation>
    </message>
    <message>
        <source>Reasons before it answers</source>
        <translation>先推理再回答</translation>
    </message>
    <message>
        <source>Reasons before it answers; runs on a laptop</source>
        <translation>先推理再回答，笔记本电脑可运行</translation>
    </message>
    <message>
        <source>Reasons before it answers; the strongest of the list on mathematics</source>
        <translation>先推理再回答，数学能力为列表中最强</translation>
    </message>
</context>
<context>
    <name>NewVersion</name>
    <message>
        <source>Clean %1</source>
        <translation>清洗 %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复 %1</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>%1 is done</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>共 %1 步</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 已停止</translation>
    </message>
    <message>
        <source>At step %1; it can go on from there</source>
        <translation>停在第 %1 步，可从该处继续</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1 ended without a word</source>
        <translation>%1 意外中断</translation>
    </message>
    <message>
        <source>At step %1; it can go on from its last checkpoint</source>
        <translation>停在第 %1 步，可从最近的检查点继续</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>%1 · best eval loss %2</source>
        <translation>%1 · 最佳评估损失 %2</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1：失败</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>Data, runs and models</source>
        <translation>数据、运行与模型</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Training engine</source>
        <translation>训练引擎</translation>
    </message>
    <message>
        <source>Log of this window</source>
        <translation>本窗口的日志</translation>
    </message>
    <message>
        <source>Copy the path: %1</source>
        <translation>复制路径：%1</translation>
    </message>
    <message>
        <source>Show in the file manager: %1</source>
        <translation>在文件管理器中显示：%1</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
</context>
<context>
    <name>QualityRules</name>
    <message>
        <source>Fewest words</source>
        <translation>最少词数</translation>
    </message>
    <message>
        <source>Most words</source>
        <translation>最多词数</translation>
    </message>
    <message>
        <source>Shortest mean word</source>
        <translation>平均词长下限</translation>
    </message>
    <message>
        <source>Longest mean word</source>
        <translation>平均词长上限</translation>
    </message>
    <message>
        <source>Most symbols a word</source>
        <translation>每词符号上限</translation>
    </message>
    <message>
        <source>Fewest words with letters</source>
        <translation>含字母的词占比下限</translation>
    </message>
    <message>
        <source>Fewest stop words</source>
        <translation>停用词下限</translation>
    </message>
    <message>
        <source>Most bullet lines</source>
        <translation>项目符号行上限</translation>
    </message>
    <message>
        <source>Most lines ending in an ellipsis</source>
        <translation>以省略号结尾的行上限</translation>
    </message>
    <message>
        <source>Fewest lines that end a sentence</source>
        <translation>以句末标点结尾的行下限</translation>
    </message>
    <message>
        <source>Most repeated lines</source>
        <translation>重复行上限</translation>
    </message>
    <message>
        <source>Most text in repeated lines</source>
        <translation>重复行文字占比上限</translation>
    </message>
    <message>
        <source>Most of one pair of words</source>
        <translation>最常见双词占比上限</translation>
    </message>
    <message>
        <source>Most of one run of three words</source>
        <translation>最常见三词占比上限</translation>
    </message>
    <message>
        <source>Most of one run of four words</source>
        <translation>最常见四词占比上限</translation>
    </message>
    <message>
        <source>Most repeated runs of five words</source>
        <translation>重复五词占比上限</translation>
    </message>
    <message>
        <source>Most braces</source>
        <translation>花括号上限</translation>
    </message>
    <message>
        <source>Most filler text</source>
        <translation>占位文字上限</translation>
    </message>
</context>
<context>
    <name>RenameDataset</name>
    <message>
        <source>A name has letters, digits, spaces or signs, and no slash</source>
        <translation>名称可用字母、数字、空格或符号，不能含斜杠</translation>
    </message>
    <message>
        <source>Another data set has this name</source>
        <translation>已有同名数据集</translation>
    </message>
</context>
<context>
    <name>RunStart</name>
    <message>
        <source>Prepare %1</source>
        <translation>准备 %1</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Freeze, %1 layers</source>
        <translation>冻结，%1 层</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A day without its year, as QLocale takes it.</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>%1 GPUs</source>
        <translation>%1 张 GPU</translation>
    </message>
    <message>
        <source>Ended at step %1</source>
        <translation>止于第 %1 步</translation>
    </message>
    <message>
        <source>Paused at step %1</source>
        <translation>暂停于第 %1 步</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Adapter it continues</source>
        <translation>接续的适配器</translation>
    </message>
    <message>
        <source>From random weights</source>
        <translation>从随机权重开始</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>LoRA alpha</source>
        <translation>LoRA alpha</translation>
    </message>
    <message>
        <source>LoRA dropout</source>
        <translation>LoRA dropout</translation>
    </message>
    <message>
        <source>LoRA targets</source>
        <translation>LoRA 目标层</translation>
    </message>
    <message>
        <source>rsLoRA</source>
        <translation>rsLoRA</translation>
    </message>
    <message>
        <source>Trained layers</source>
        <translation>训练的层数</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Evaluation data</source>
        <translation>评估数据</translation>
    </message>
    <message>
        <source>Rows held back</source>
        <translation>留出的行</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Cutoff length</source>
        <translation>截断长度</translation>
    </message>
    <message>
        <source>Rows at most</source>
        <translation>最多行数</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>Neat packing</source>
        <translation>隔离打包</translation>
    </message>
    <message>
        <source>Grouped by length</source>
        <translation>按长度分组</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>Trains on the prompt</source>
        <translation>提示也参与训练</translation>
    </message>
    <message>
        <source>Last answer alone</source>
        <translation>只训练最后一轮回答</translation>
    </message>
    <message>
        <source>Steps between log rows</source>
        <translation>日志间隔步数</translation>
    </message>
    <message>
        <source>Checkpoints by</source>
        <translation>检查点方式</translation>
    </message>
    <message>
        <source>Steps between checkpoints</source>
        <translation>检查点间隔步数</translation>
    </message>
    <message>
        <source>Checkpoints kept</source>
        <translation>保留检查点数</translation>
    </message>
    <message>
        <source>Evaluations by</source>
        <translation>评估方式</translation>
    </message>
    <message>
        <source>Steps between evaluations</source>
        <translation>评估间隔步数</translation>
    </message>
    <message>
        <source>Keeps the best at the end</source>
        <translation>结束时保留最佳</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心值</translation>
    </message>
    <message>
        <source>Loss picture</source>
        <translation>loss 图片</translation>
    </message>
    <message>
        <source>Batch size a device</source>
        <translation>每设备批大小</translation>
    </message>
    <message>
        <source>Evaluation batch a device</source>
        <translation>每设备评估批大小</translation>
    </message>
    <message>
        <source>Gradient accumulation</source>
        <translation>梯度累积</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Steps at most</source>
        <translation>最多步数</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Warm-up share</source>
        <translation>预热比例</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Adam beta 1</source>
        <translation>Adam beta 1</translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation>Adam beta 2</translation>
    </message>
    <message>
        <source>Adam epsilon</source>
        <translation>Adam epsilon</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Compute precision</source>
        <translation>计算精度</translation>
    </message>
    <message>
        <source>Weights in BF16</source>
        <translation>权重为 BF16</translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation>梯度检查点</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>进程数</translation>
    </message>
    <message>
        <source>Warmup ratio</source>
        <translation>预热比例</translation>
    </message>
    <message>
        <source>Share of the steps in which the rate rises</source>
        <translation>学习率上升阶段占总步数的比例</translation>
    </message>
    <message>
        <source>Warmup steps</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>The same as a count; above 0 it wins</source>
        <translation>同上，按步数计；大于 0 时优先</translation>
    </message>
    <message>
        <source>Most steps</source>
        <translation>最多步数</translation>
    </message>
    <message>
        <source>Ends the run before its epochs are over; 0 does not</source>
        <translation>在轮数跑完前结束；0 表示不限</translation>
    </message>
    <message>
        <source>Evaluations without gain after which it stops; 0 never stops early</source>
        <translation>连续多少次评估没有改善就停止；0 表示不早停</translation>
    </message>
    <message>
        <source>Keeps weights small; helps on little data</source>
        <translation>抑制权重增大，数据少时有帮助</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Largest gradient norm; 0 does not clip</source>
        <translation>梯度范数上限；0 表示不裁剪</translation>
    </message>
    <message>
        <source>How long gradients are remembered</source>
        <translation>梯度的记忆长度</translation>
    </message>
    <message>
        <source>How long their squares are remembered</source>
        <translation>梯度平方的记忆长度</translation>
    </message>
    <message>
        <source>Raise it where BF16 makes steps jump</source>
        <translation>BF16 下步子跳动时可调大</translation>
    </message>
    <message>
        <source>The same seed gives the same run</source>
        <translation>种子相同，运行相同</translation>
    </message>
    <message>
        <source>Most samples</source>
        <translation>最多样本</translation>
    </message>
    <message>
        <source>First rows of each data set; for a quick try</source>
        <translation>只用每个数据集的前若干行，便于快速试跑</translation>
    </message>
    <message>
        <source>Fills each row with several short samples; faster</source>
        <translation>把多条短样本拼成一行，更快</translation>
    </message>
    <message>
        <source>Group by length</source>
        <translation>按长度分组</translation>
    </message>
    <message>
        <source>Puts samples of a length together; less padding</source>
        <translation>长度相近的放在一起，减少填充</translation>
    </message>
    <message>
        <source>Another order in each epoch</source>
        <translation>每轮换一个顺序</translation>
    </message>
    <message>
        <source>Train on prompts</source>
        <translation>训练提示词</translation>
    </message>
    <message>
        <source>Learns the questions as well as the answers</source>
        <translation>问题与回答一起学</translation>
    </message>
    <message>
        <source>Last answer only</source>
        <translation>只训练最后一轮</translation>
    </message>
    <message>
        <source>Of a conversation only the last answer is trained</source>
        <translation>多轮对话中只训练最后一轮回答</translation>
    </message>
    <message>
        <source>End token</source>
        <translation>结束词元</translation>
    </message>
    <message>
        <source>Ends plain text with the end token, so that it learns to stop</source>
        <translation>纯文本以结束词元收尾，让模型学会停</translation>
    </message>
    <message>
        <source>Preparing threads</source>
        <translation>预处理线程</translation>
    </message>
    <message>
        <source>For turning rows into tokens; 0 takes every core</source>
        <translation>用于分词；0 表示使用全部核心</translation>
    </message>
    <message>
        <source>Log each</source>
        <translation>记录间隔</translation>
    </message>
    <message>
        <source>Steps between two points of the curves</source>
        <translation>曲线上两点之间的步数</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>When the held-out rows are measured</source>
        <translation>何时在留出数据上评估</translation>
    </message>
    <message>
        <source>Evaluate each</source>
        <translation>评估间隔</translation>
    </message>
    <message>
        <source>Steps between two evaluations</source>
        <translation>两次评估之间的步数</translation>
    </message>
    <message>
        <source>Evaluation rows at once</source>
        <translation>评估批大小</translation>
    </message>
    <message>
        <source>More is faster and takes more memory</source>
        <translation>越大越快，也越占内存</translation>
    </message>
    <message>
        <source>Save checkpoints</source>
        <translation>保存检查点</translation>
    </message>
    <message>
        <source>When a state to resume from is written</source>
        <translation>何时写入可恢复的状态</translation>
    </message>
    <message>
        <source>Save each</source>
        <translation>保存间隔</translation>
    </message>
    <message>
        <source>Steps between two checkpoints</source>
        <translation>两个检查点之间的步数</translation>
    </message>
    <message>
        <source>The newest, beside the best; 0 keeps all</source>
        <translation>最新的若干个，最佳的另算；0 表示全部保留</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>采用最佳</translation>
    </message>
    <message>
        <source>The result is the checkpoint with the lowest eval loss</source>
        <translation>以评估损失最低的检查点为结果</translation>
    </message>
    <message>
        <source>Plot the loss</source>
        <translation>绘制损失曲线</translation>
    </message>
    <message>
        <source>A picture of the curve in the run&apos;s folder</source>
        <translation>在运行文件夹中留一张曲线图</translation>
    </message>
    <message>
        <source>Continue an adapter</source>
        <translation>接着训练适配器</translation>
    </message>
    <message>
        <source>Folder of a LoRA that goes on from where it is</source>
        <translation>已有 LoRA 的文件夹，从它的现状继续</translation>
    </message>
    <message>
        <source>Compute activations again</source>
        <translation>重算激活</translation>
    </message>
    <message>
        <source>Far less memory, a third more time</source>
        <translation>内存大减，时间多三分之一</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Evaluation and checkpoints</source>
        <translation>评估与检查点</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Constant with warmup</source>
        <translation>预热后恒定</translation>
    </message>
    <message>
        <source>Warmup, stable, decay</source>
        <translation>预热、稳定、衰减</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>By steps</source>
        <translation>按步</translation>
    </message>
    <message>
        <source>Each epoch</source>
        <translation>每轮</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>SplitPanel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Not yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Import a table or a folder</source>
        <translation>导入表格或文件夹</translation>
    </message>
    <message>
        <source>%1 rows · %2 columns</source>
        <translation>%1 行 · %2 列</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>%1 parameters · %2</source>
        <translation>%1 参数 · %2</translation>
    </message>
    <message>
        <source>From a folder</source>
        <translation>来自文件夹</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Needs data and a base model</source>
        <translation>需要数据和基础模型</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>This run holds no rows back</source>
        <translation>此运行未留出验证行</translation>
    </message>
    <message>
        <source>With the first run</source>
        <translation>首次运行后可见</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1（第 %2 步）</translation>
    </message>
    <message>
        <source>Best eval loss</source>
        <translation>最佳评估损失</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>After a run</source>
        <translation>运行完成后</translation>
    </message>
</context>
<context>
    <name>StepFamilies</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Augment</source>
        <translation>数据增强</translation>
    </message>
</context>
<context>
    <name>StepOptions</name>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>IQR</source>
        <translation>四分位距</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>稳健</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>截到边界</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>匹配的</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>整值</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>大小写</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>固定值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>众数</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前一个值</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Addresses with secrets</source>
        <translation>含密钥的网址</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>Bank cards</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Chinese ID</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>US SSN</source>
        <translation>美国社保号</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>改用建议标签</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>Unknown role</source>
        <translation>未知角色</translation>
    </message>
    <message>
        <source>Roles out of order</source>
        <translation>角色顺序错误</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>Empty turn</source>
        <translation>空的一轮</translation>
    </message>
</context>
<context>
    <name>StepParameters</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Agree by</source>
        <translation>按列取一致</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>IQR</source>
        <translation>四分位距</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Mark column</source>
        <translation>标记列</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>With</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Ignore case</source>
        <translation>忽略大小写</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Into column</source>
        <translation>写入列</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Dominance</source>
        <translation>频次倍数</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最大长度</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>最小长度</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Number placeholders by</source>
        <translation>占位符编号范围</translation>
    </message>
    <message>
        <source>Fewest words left</source>
        <translation>最少剩余词数</translation>
    </message>
    <message>
        <source>Empty lines kept</source>
        <translation>保留空行数</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对照数据集</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>其他取值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Blank is empty</source>
        <translation>空白视为空</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Damaged rows</source>
        <translation>损坏的行</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>未知语言</translation>
    </message>
    <message>
        <source>Alike from</source>
        <translation>相似阈值</translation>
    </message>
    <message>
        <source>n-gram</source>
        <translation>n-gram</translation>
    </message>
    <message>
        <source>Only within</source>
        <translation>仅在组内比较</translation>
    </message>
    <message>
        <source>Most edits</source>
        <translation>最多改动</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Judged from words</source>
        <translation>达到多少词才判断</translation>
    </message>
    <message>
        <source>Empty ones as well</source>
        <translation>空回答也删除</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>标签列</translation>
    </message>
    <message>
        <source>Least doubt</source>
        <translation>最低怀疑度</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Largest ratio</source>
        <translation>最大比例</translation>
    </message>
    <message>
        <source>Rows a class</source>
        <translation>每类行数</translation>
    </message>
    <message>
        <source>Share of words</source>
        <translation>词语比例</translation>
    </message>
    <message>
        <source>Copies of a row</source>
        <translation>每行副本数</translation>
    </message>
    <message>
        <source>Column of parts</source>
        <translation>划分列</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Repair encoding</source>
        <translation>修复编码</translation>
    </message>
    <message>
        <source>Text that was read in the wrong encoding is read right again</source>
        <translation>把读错编码的文本重新读对</translation>
    </message>
    <message>
        <source>Strip control characters</source>
        <translation>去除控制字符</translation>
    </message>
    <message>
        <source>Takes out characters that nobody sees</source>
        <translation>去掉不可见的字符</translation>
    </message>
    <message>
        <source>Strip HTML</source>
        <translation>去除 HTML</translation>
    </message>
    <message>
        <source>Tags go, their text stays</source>
        <translation>去掉标签，保留文字</translation>
    </message>
    <message>
        <source>Normalise Unicode</source>
        <translation>统一 Unicode</translation>
    </message>
    <message>
        <source>One way to write each character</source>
        <translation>每个字符只有一种写法</translation>
    </message>
    <message>
        <source>Normalise white space</source>
        <translation>统一空白</translation>
    </message>
    <message>
        <source>Runs of spaces and empty lines become one</source>
        <translation>连续空格和空行合并为一</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>去首尾空白</translation>
    </message>
    <message>
        <source>White space at both ends goes</source>
        <translation>去掉两端空白</translation>
    </message>
    <message>
        <source>Replace pattern</source>
        <translation>替换模式</translation>
    </message>
    <message>
        <source>Puts something else where a pattern matches</source>
        <translation>替换匹配到的内容</translation>
    </message>
    <message>
        <source>Filter by pattern</source>
        <translation>按模式筛选</translation>
    </message>
    <message>
        <source>Keeps rows that match a pattern, or the others</source>
        <translation>保留匹配或不匹配的行</translation>
    </message>
    <message>
        <source>Extract pattern</source>
        <translation>提取模式</translation>
    </message>
    <message>
        <source>What a pattern finds becomes a column</source>
        <translation>匹配到的内容成为新列</translation>
    </message>
    <message>
        <source>Map values</source>
        <translation>映射取值</translation>
    </message>
    <message>
        <source>Other names for the values of a column</source>
        <translation>给列中的取值换名</translation>
    </message>
    <message>
        <source>Repair values</source>
        <translation>修正取值</translation>
    </message>
    <message>
        <source>Misspelt values become the frequent one beside them</source>
        <translation>把拼错的值改为常见写法</translation>
    </message>
    <message>
        <source>Drop empty</source>
        <translation>删除空行</translation>
    </message>
    <message>
        <source>Rows without a value go</source>
        <translation>删除没有值的行</translation>
    </message>
    <message>
        <source>Fill empty</source>
        <translation>填补空值</translation>
    </message>
    <message>
        <source>Puts a value where none is</source>
        <translation>在空处填入值</translation>
    </message>
    <message>
        <source>Keep languages</source>
        <translation>保留语言</translation>
    </message>
    <message>
        <source>Rows in other languages go or are marked</source>
        <translation>删除或标记其他语言的行</translation>
    </message>
    <message>
        <source>Mask personal data</source>
        <translation>遮盖个人信息</translation>
    </message>
    <message>
        <source>Names what stood there instead of showing it</source>
        <translation>以类别名代替原内容</translation>
    </message>
    <message>
        <source>Exact duplicates</source>
        <translation>完全重复</translation>
    </message>
    <message>
        <source>Of equal rows one stays</source>
        <translation>相同的行只留一行</translation>
    </message>
    <message>
        <source>Near duplicates</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Of rows that are much alike one stays</source>
        <translation>高度相似的行只留一行</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <source>Numbers far from the others</source>
        <translation>偏离其他值的数值</translation>
    </message>
    <message>
        <source>Length outliers</source>
        <translation>长度离群</translation>
    </message>
    <message>
        <source>Texts much longer or shorter than the others</source>
        <translation>明显过长或过短的文本</translation>
    </message>
    <message>
        <source>Drop by length</source>
        <translation>按长度删除</translation>
    </message>
    <message>
        <source>Too short or too long rows go</source>
        <translation>删除过短或过长的行</translation>
    </message>
    <message>
        <source>Limit length</source>
        <translation>限制长度</translation>
    </message>
    <message>
        <source>Too long texts are cut, split or marked</source>
        <translation>截断、拆分或标记过长文本</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>合并标签</translation>
    </message>
    <message>
        <source>Spellings of one label become the frequent one</source>
        <translation>同一标签的不同写法统一为最常见的一种</translation>
    </message>
    <message>
        <source>Drop refusals</source>
        <translation>删除拒答</translation>
    </message>
    <message>
        <source>Rows whose answers decline or are empty go</source>
        <translation>删除回答为拒绝或为空的行</translation>
    </message>
    <message>
        <source>Filter conversations</source>
        <translation>筛选对话</translation>
    </message>
    <message>
        <source>Rows that a chat template trips over go</source>
        <translation>删除对话模板无法处理的行</translation>
    </message>
    <message>
        <source>Filter by quality</source>
        <translation>按质量筛选</translation>
    </message>
    <message>
        <source>Texts that break rules of quality go</source>
        <translation>删除不符合质量规则的文本</translation>
    </message>
    <message>
        <source>Suspect labels</source>
        <translation>可疑标签</translation>
    </message>
    <message>
        <source>Finds labels that the texts speak against</source>
        <translation>找出与文本不符的标签</translation>
    </message>
    <message>
        <source>Balance classes</source>
        <translation>平衡类别</translation>
    </message>
    <message>
        <source>Brings classes to like sizes</source>
        <translation>使各类别的行数相近</translation>
    </message>
    <message>
        <source>Replace with synonyms</source>
        <translation>同义词替换</translation>
    </message>
    <message>
        <source>Adds copies of rows with words replaced by synonyms</source>
        <translation>添加用同义词替换部分词语的行副本</translation>
    </message>
    <message>
        <source>Insert synonyms</source>
        <translation>插入同义词</translation>
    </message>
    <message>
        <source>Adds copies of rows with synonyms put in anywhere</source>
        <translation>添加在任意位置插入同义词的行副本</translation>
    </message>
    <message>
        <source>Swap words</source>
        <translation>交换词语</translation>
    </message>
    <message>
        <source>Adds copies of rows whose words have changed places</source>
        <translation>添加词语互换位置的行副本</translation>
    </message>
    <message>
        <source>Delete words</source>
        <translation>删除词语</translation>
    </message>
    <message>
        <source>Adds copies of rows with words missing</source>
        <translation>添加缺少部分词语的行副本</translation>
    </message>
    <message>
        <source>Insert punctuation</source>
        <translation>插入标点</translation>
    </message>
    <message>
        <source>Adds copies of rows with punctuation marks put in</source>
        <translation>添加插入标点符号的行副本</translation>
    </message>
</context>
<context>
    <name>SystemParts</name>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Hardware advice</source>
        <translation>硬件建议</translation>
    </message>
    <message>
        <source>Paths and disk</source>
        <translation>路径与磁盘</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Paused at step %1</source>
        <translation>暂停于第 %1 步</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Neither was better</source>
        <translation>不分高下</translation>
    </message>
    <message>
        <source>%1 was better in %2 of %3 cases</source>
        <translation>%1 在 %3 个用例中胜出 %2 个</translation>
    </message>
    <message>
        <source>No case was won, so nothing can be said.</source>
        <translation>没有分出胜负的用例，无法下结论。</translation>
    </message>
    <message>
        <source>Sign test: %1. A coin would seldom fall so far to one side: the difference is real on such prompts.</source>
        <translation>符号检验：%1。随机很少会偏到这个程度：在这类提示词上差异是真实的。</translation>
    </message>
    <message>
        <source>Sign test: %1. A coin might fall like this as well: judge more cases before you rely on it.</source>
        <translation>符号检验：%1。随机也可能出现这样的结果：请多评几个用例再下结论。</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The rows of %1 again</source>
        <translation>恢复为 %1 的行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) dropped</source>
        <translation>
            <numerusform>删除 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>新增 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>修改 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无需处理</translation>
    </message>
</context>
<context>
    <name>anneal::bridge::BaseModels</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>anneal::bridge::DatasetList</name>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
</context>
<context>
    <name>anneal::bridge::ModelList</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>anneal::bridge::RunWatcher</name>
    <message>
        <source>Check who owns the folder.</source>
        <translation>请检查文件夹的所有者。</translation>
    </message>
</context>
<context>
    <name>anneal::charts::BarPlot</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4</source>
        <translation>%1：%2 %3，%4</translation>
    </message>
    <message>
        <source>%1 %2 in %3 bars; most in %4.</source>
        <translation>%1 %2，分为 %3 柱；%4 最多。</translation>
    </message>
</context>
<context>
    <name>anneal::charts::Chart</name>
    <message>
        <source>No values yet</source>
        <translation>尚无数值</translation>
    </message>
    <message>
        <source>The first point comes with the first logged step.</source>
        <translation>记录第一步后出现第一个点。</translation>
    </message>
</context>
<context>
    <name>anneal::charts::Entry</name>
    <message>
        <source>Click to hide or show</source>
        <translation>点击以隐藏或显示</translation>
    </message>
</context>
<context>
    <name>anneal::charts::ExportMenu</name>
    <message>
        <source>Picture, PNG…</source>
        <translation>图片，PNG…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Drawing, SVG…</source>
        <translation>矢量图，SVG…</translation>
    </message>
    <message>
        <source>Save drawing</source>
        <translation>保存矢量图</translation>
    </message>
    <message>
        <source>Stop writing numbers, %1</source>
        <translation>停止写入数据，%1</translation>
    </message>
    <message>
        <source>Numbers, CSV…</source>
        <translation>数据，CSV…</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
</context>
<context>
    <name>anneal::charts::HeatMap</name>
    <message>
        <source>%1 %2, %3 %4: %5, %6 of the row</source>
        <translation>%1 %2，%3 %4：%5，占该行 %6</translation>
    </message>
</context>
<context>
    <name>anneal::charts::Legend</name>
    <message>
        <source>Lines</source>
        <translation>曲线</translation>
    </message>
</context>
<context>
    <name>anneal::charts::Plot</name>
    <message>
        <source>Not shown: %1 at or below 0</source>
        <translation>未显示：%1 个不大于 0 的点</translation>
    </message>
    <message>
        <source>Could not write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <translation>请换一个文件夹，或在那里腾出空间。</translation>
    </message>
</context>
<context>
    <name>anneal::charts::Tools</name>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>X axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>anneal::charts::ZoomBar</name>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest points in sight</source>
        <translation>始终显示最新的点</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>anneal::controls::ChoiceCard</name>
    <message>
        <source>Memory %1</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>anneal::controls::Face</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>anneal::controls::ForecastBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
</context>
<context>
    <name>anneal::controls::ProfileHeader</name>
    <message>
        <source>%1 empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>None empty</source>
        <translation>无空值</translation>
    </message>
</context>
<context>
    <name>anneal::controls::Stat</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>anneal::controls::Stepper</name>
    <message>
        <source>%1, done</source>
        <translation>%1，已完成</translation>
    </message>
</context>
<context>
    <name>anneal::models::RunTable</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始于</translation>
    </message>
</context>
<context>
    <name>anneal::pages::AnswerView</name>
    <message>
        <source>Answer of %1</source>
        <translation>%1 的回答</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>正在回答</translation>
    </message>
    <message numerus="yes">
        <source>Seed %1, %n token(s) read</source>
        <translation>
            <numerusform>种子 %1，读入 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>复制回答</translation>
    </message>
    <message>
        <source>Take as the expected answer</source>
        <translation>作为期望回答</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Answer again with the next seed</source>
        <translation>用下一个种子重新回答</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>正在读取提示词</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>First token %1</source>
        <translation>首词元 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>at the limit</source>
        <translation>已达上限</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>anneal::pages::AttentionCard</name>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Nothing. When a run ends before its time or the disk fills, it is told here.</source>
        <translation>没有。运行意外结束或磁盘将满时，会显示在这里。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::AttentionRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Take this off the list</source>
        <translation>从列表移除</translation>
    </message>
</context>
<context>
    <name>anneal::pages::CanTrainCard</name>
    <message>
        <source>What this machine can train</source>
        <translation>本机能训练什么</translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation>其他机器</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>On %1 with %2, %3 tokens at once, activations recomputed. Each cell is the memory that it takes.</source>
        <translation>基于 %1（%2），每次 %3 个词元，重算激活。每格为所需内存。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::CasesView</name>
    <message>
        <source>No evaluation case yet</source>
        <translation>还没有评测用例</translation>
    </message>
    <message>
        <source>Keep a prompt from a conversation, or bring a file of them. Cases are asked of two models and judged blind.</source>
        <translation>从对话中保存提示词，或导入用例文件。用例会同时问两个模型，再盲评优劣。</translation>
    </message>
    <message>
        <source>Import cases</source>
        <translation>导入用例</translation>
    </message>
    <message>
        <source>Evaluation cases</source>
        <translation>评测用例</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Expected answer</source>
        <translation>期望回答</translation>
    </message>
    <message>
        <source>What a right answer says; may be empty</source>
        <translation>正确的回答应当怎么说；可以留空</translation>
    </message>
    <message>
        <source>Ask it</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Go on judging</source>
        <translation>继续评判</translation>
    </message>
    <message>
        <source>Compare blind</source>
        <translation>盲评比较</translation>
    </message>
    <message>
        <source>With a system prompt</source>
        <translation>带系统提示词</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) before it</source>
        <translation>
            <numerusform>之前有 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted the case</source>
        <translation>已删除用例</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl *.json *.txt)</source>
        <translation>JSON Lines (*.jsonl *.json *.txt)</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n case(s)</source>
        <translation>
            <numerusform>已导入 %n 个用例</numerusform>
        </translation>
    </message>
    <message>
        <source>Export cases</source>
        <translation>导出用例</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n case(s)</source>
        <translation>
            <numerusform>已导出 %n 个用例</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ChangeTable</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Why it goes</source>
        <translation>删除原因</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>How many models</source>
        <translation>模型数量</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>单个模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Parts of Chat</source>
        <translation>对话的各部分</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>写提示词</translation>
    </message>
    <message>
        <source>Stop answering</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Answer again with the next seed</source>
        <translation>用下一个种子重新回答</translation>
    </message>
    <message>
        <source>One model or two side by side</source>
        <translation>切换单个或并排两个模型</translation>
    </message>
    <message>
        <source>Save the prompt as an evaluation case</source>
        <translation>把提示词存为评测用例</translation>
    </message>
    <message>
        <source>Go to the conversation</source>
        <translation>转到当前对话</translation>
    </message>
    <message>
        <source>Go to the evaluation cases</source>
        <translation>转到评测用例</translation>
    </message>
    <message>
        <source>Go to earlier conversations</source>
        <translation>转到历史对话</translation>
    </message>
    <message>
        <source>Compare two models blind on the cases</source>
        <translation>用评测用例盲评两个模型</translation>
    </message>
    <message>
        <source>Import evaluation cases</source>
        <translation>导入评测用例</translation>
    </message>
    <message>
        <source>Export evaluation cases</source>
        <translation>导出评测用例</translation>
    </message>
    <message>
        <source>Chat with a GGUF file or a folder</source>
        <translation>与 GGUF 文件或文件夹中的模型对话</translation>
    </message>
    <message>
        <source>Free the memory of both models</source>
        <translation>释放两个模型的内存</translation>
    </message>
    <message>
        <source>Answer A is better</source>
        <translation>回答 A 更好</translation>
    </message>
    <message>
        <source>Both answers are the same</source>
        <translation>两个回答不相上下</translation>
    </message>
    <message>
        <source>Answer B is better</source>
        <translation>回答 B 更好</translation>
    </message>
    <message>
        <source>Evaluation cases</source>
        <translation>评测用例</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Blind comparison</source>
        <translation>盲评</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.gguf config.json adapter_config.json)</source>
        <translation>模型 (*.gguf config.json adapter_config.json)</translation>
    </message>
    <message>
        <source>Saved as an evaluation case</source>
        <translation>已存为评测用例</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Side by side on one prompt</source>
        <translation>同一提示词，并排对比</translation>
    </message>
    <message>
        <source>Choose two models in the conversation first</source>
        <translation>请先在对话中选择两个模型</translation>
    </message>
    <message>
        <source>The models are answering; stop them first</source>
        <translation>模型正在回答，请先停止</translation>
    </message>
    <message>
        <source>Both models read the same prompt with seed %1</source>
        <translation>两个模型读同一提示词，种子 %1</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>种子 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ChatSide</name>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
</context>
<context>
    <name>anneal::pages::CheckList</name>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>检测结果</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Look at these</source>
        <translation>请留意</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>The command is on the clipboard</source>
        <translation>命令已复制</translation>
    </message>
    <message>
        <source>Run it in a terminal, then check again.</source>
        <translation>在终端中运行，然后重新检查。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::CheckpointRow</name>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Step %1, %2, written %3</source>
        <translation>第 %1 步，%2，写入于 %3</translation>
    </message>
    <message>
        <source>Resume from step %1</source>
        <translation>从第 %1 步恢复</translation>
    </message>
    <message>
        <source>Chat with step %1</source>
        <translation>与第 %1 步对话</translation>
    </message>
    <message>
        <source>Export step %1</source>
        <translation>导出第 %1 步</translation>
    </message>
</context>
<context>
    <name>anneal::pages::CheckpointsCard</name>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>each %1 steps</source>
        <translation>每 %1 步</translation>
    </message>
    <message>
        <source>each epoch</source>
        <translation>每轮</translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) on the disk</source>
        <translation>
            <numerusform>磁盘上还有 %n 个更早的</numerusform>
        </translation>
    </message>
    <message>
        <source>Next at step %1</source>
        <translation>下一个在第 %1 步</translation>
    </message>
    <message>
        <source>None was written.</source>
        <translation>没有写过检查点。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ChoiceList</name>
    <message>
        <source>Look for models</source>
        <translation>查找可用模型</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ColumnTable</name>
    <message>
        <source>%1–%2 characters</source>
        <translation>%1–%2 个字符</translation>
    </message>
    <message>
        <source>Lowest and highest; of texts the middle half of the lengths</source>
        <translation>最小值与最大值；文本为长度的中间一半</translation>
    </message>
    <message>
        <source>Of texts the length in characters</source>
        <translation>文本为字符长度</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ColumnsField</name>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Chosen by the step</source>
        <translation>由步骤自行选择</translation>
    </message>
</context>
<context>
    <name>anneal::pages::CompareView</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>要比较的运行</translation>
    </message>
    <message>
        <source>Best eval loss</source>
        <translation>最佳评估 loss</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>简而言之</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>绘制内容</translation>
    </message>
    <message>
        <source>Settings and results</source>
        <translation>设置与结果</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>best at %1</source>
        <translation>最佳在 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n settings differ</source>
        <translation>
            <numerusform>%n 项设置中有 %1 项不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>比较 %n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Same data: %1</source>
        <translation>相同数据：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n 个数据集</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::Composer</name>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Who the model is and how it answers; empty: none</source>
        <translation>模型的身份与回答方式；留空则不用</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ask both models…</source>
        <translation>同时问两个模型…</translation>
    </message>
    <message>
        <source>Ask the model…</source>
        <translation>问模型…</translation>
    </message>
    <message>
        <source>Send to both</source>
        <translation>发送给两者</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Enter</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>请先选择模型</translation>
    </message>
    <message>
        <source>Write a prompt first</source>
        <translation>请先写提示词</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ContinueCard</name>
    <message>
        <source>started %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>Eval loss</source>
        <translation>评估损失</translation>
    </message>
    <message>
        <source>Best, step %1</source>
        <translation>最佳，第 %1 步</translation>
    </message>
    <message>
        <source>No rows held back</source>
        <translation>未留出验证行</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>of one rank</source>
        <translation>单个 rank</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>done at %1</source>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ConversationPane</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>正在查找模型</translation>
    </message>
    <message>
        <source>No model to talk to yet</source>
        <translation>还没有可对话的模型</translation>
    </message>
    <message>
        <source>A base model, what a run has made, or a GGUF file answers here, two of them side by side.</source>
        <translation>基座模型、训练结果或 GGUF 文件都可以在这里对话，两个并排。</translation>
    </message>
    <message>
        <source>Open Models</source>
        <translation>打开“模型”</translation>
    </message>
    <message>
        <source>Open a file or folder</source>
        <translation>打开文件或文件夹</translation>
    </message>
    <message>
        <source>Ask both the same</source>
        <translation>同一个问题，同时问两个模型</translation>
    </message>
    <message>
        <source>Ask what you like</source>
        <translation>想问什么都可以</translation>
    </message>
    <message>
        <source>Both read the same prompt, with the same seed and settings. Ctrl Enter sends it.</source>
        <translation>两者读同一提示词，种子与设置相同。按 Ctrl Enter 发送。</translation>
    </message>
    <message>
        <source>The model reads the whole conversation each time. Ctrl Enter sends it.</source>
        <translation>模型每次都会读取整段对话。按 Ctrl Enter 发送。</translation>
    </message>
    <message>
        <source>Took the prompt back to change it</source>
        <translation>已取回提示词以便修改</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) left the conversation</source>
        <translation>
            <numerusform>对话中移除了 %n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>anneal::pages::CutoffChart</name>
    <message>
        <source>%1 of %2 samples are longer than %3 tokens</source>
        <translation>%2 条样本中有 %1 条超过 %3 个词元</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>Cutoff %1</source>
        <translation>截断长度 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DataPage</name>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>All data sets</source>
        <translation>所有数据集</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DataStep</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Choose a data set first</source>
        <translation>请先选择数据集</translation>
    </message>
    <message>
        <source>What should it learn from?</source>
        <translation>用什么数据来学？</translation>
    </message>
    <message>
        <source>One data set or several; rows that are held out measure how well it does on what it has not seen.</source>
        <translation>可选一个或多个数据集；留出的行用来衡量它对没见过的内容掌握得如何。</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>还没有数据集</translation>
    </message>
    <message>
        <source>A data set is a table of examples: a question and an answer in each row, a conversation, or plain text.</source>
        <translation>数据集是一张样例表：每行一问一答、一段对话，或纯文本。</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Held out for evaluation</source>
        <translation>留出用于评估</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>对话模板</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation>截断长度</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>As the model will read it</source>
        <translation>模型读到的样子</translation>
    </message>
    <message>
        <source>Lengths of the samples</source>
        <translation>样本长度</translation>
    </message>
    <message>
        <source>Tokens of the sample</source>
        <translation>样本的词元</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>上一条样本</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一条样本</translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation>正在读取前几行</translation>
    </message>
    <message>
        <source>To choose</source>
        <translation>待选择</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等 %2 个</translation>
    </message>
    <message>
        <source>%1 train, %2 held out</source>
        <translation>训练 %1，留出 %2</translation>
    </message>
    <message>
        <source>No model on this machine yet</source>
        <translation>本机还没有模型</translation>
    </message>
    <message>
        <source>The preview needs a tokenizer. Choose a base model in the next step and come back.</source>
        <translation>预览需要分词器。请到下一步选择基础模型后再回来。</translation>
    </message>
    <message>
        <source>First samples</source>
        <translation>前几条样本</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>%1 tokens, %2 trained</source>
        <translation>%1 个词元，训练 %2 个</translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>由 %1 分词</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>none is longer</source>
        <translation>没有更长的</translation>
    </message>
    <message>
        <source>%1 are longer</source>
        <translation>%1 更长</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DatasetChoice</name>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>多轮对话</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好对</translation>
    </message>
    <message>
        <source>Rated answers</source>
        <translation>带评分的回答</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Labelled text</source>
        <translation>带标签文本</translation>
    </message>
    <message>
        <source>Labelled tokens</source>
        <translation>带标签词元</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DatasetSection</name>
    <message>
        <source>Parts of the data set</source>
        <translation>数据集的各部分</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>清洗方案</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Train on this</source>
        <translation>用它训练</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 已生成</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>v%1 draft</source>
        <translation>v%1 草稿</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DatasetTable</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DemoOffer</name>
    <message>
        <source>See the whole loop</source>
        <translation>走一遍完整流程</translation>
    </message>
    <message>
        <source>Demo model and data, about a minute.</source>
        <translation>演示模型与数据，约一分钟。</translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>The demo is being made ready.</source>
        <translation>正在准备演示。</translation>
    </message>
    <message>
        <source>The demo is ready to train</source>
        <translation>演示已可训练</translation>
    </message>
    <message>
        <source>A small model learns to read contract clauses, in about a minute.</source>
        <translation>小模型学习识别合同条款，约一分钟。</translation>
    </message>
    <message>
        <source>Train the demo</source>
        <translation>训练演示</translation>
    </message>
    <message>
        <source>The demo trains</source>
        <translation>演示正在训练</translation>
    </message>
    <message>
        <source>Its loss falls while you watch.</source>
        <translation>损失正在下降，可实时查看。</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The demo is trained</source>
        <translation>演示已训练完成</translation>
    </message>
    <message>
        <source>Ask it, export it, or start a run on your own data.</source>
        <translation>与它对话、将它导出，或用自己的数据开始训练。</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>It is at work; see the jobs at the top right</source>
        <translation>正在进行，见右上角的任务</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DevicesCard</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>No GPU</source>
        <translation>无 GPU</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n core(s)</source>
        <translation>
            <numerusform>%1，%n 核</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DiskCard</name>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1，可用 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s)</source>
        <translation>
            <numerusform>%n 个检查点</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Prepared tokens</source>
        <translation>预处理的词元</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DiskTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DoctorSection</name>
    <message>
        <source>The report is on the clipboard</source>
        <translation>报告已复制</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>正在检测本机</translation>
    </message>
    <message>
        <source>The training engine is started once, to see that it starts.</source>
        <translation>会启动一次训练引擎，以确认可用。</translation>
    </message>
    <message>
        <source>It is being checked now</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Checking this machine</source>
        <translation>正在检查本机</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>检查本机</translation>
    </message>
    <message>
        <source>Checked %1 · took %2</source>
        <translation>检查于 %1 · 用时 %2</translation>
    </message>
</context>
<context>
    <name>anneal::pages::DocumentTable</name>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ExportPage</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Run or model</source>
        <translation>运行或模型</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Gate report</source>
        <translation>校验报告</translation>
    </message>
    <message>
        <source>Looking for runs and models</source>
        <translation>正在查找训练与模型</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>还没有可导出的内容</translation>
    </message>
    <message>
        <source>What a run has trained becomes files here: for transformers, as an adapter, or as GGUF for llama.cpp.</source>
        <translation>训练结果在这里变成文件：供 transformers 使用、作为适配器，或供 llama.cpp 使用的 GGUF。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除记录</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Export what is chosen</source>
        <translation>导出所选目标</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Export to another folder</source>
        <translation>导出到其他文件夹</translation>
    </message>
    <message>
        <source>Copy the export as a command</source>
        <translation>复制等效的导出命令</translation>
    </message>
    <message>
        <source>Copy the command that runs the export</source>
        <translation>复制运行命令</translation>
    </message>
    <message>
        <source>Show the export in its folder</source>
        <translation>在文件夹中显示导出结果</translation>
    </message>
    <message>
        <source>Chat with the export</source>
        <translation>与导出的模型对话</translation>
    </message>
    <message>
        <source>Forget the chosen export</source>
        <translation>移除所选的导出记录</translation>
    </message>
    <message>
        <source>Read the shapes of %1</source>
        <translation>读取 %1 的结构</translation>
    </message>
    <message>
        <source>eval loss %1</source>
        <translation>评测损失 %1</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n file(s)</source>
        <translation>
            <numerusform>已导出 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) did not pass the gate</source>
        <translation>
            <numerusform>%n 项未通过校验</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Forgot the export</source>
        <translation>已移除导出记录</translation>
    </message>
    <message>
        <source>Its files stay where they are</source>
        <translation>文件仍在原处</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>Export %n target(s)</source>
        <translation>
            <numerusform>导出 %n 个目标</numerusform>
        </translation>
    </message>
    <message>
        <source>An export is at work</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Choose a run or a model first</source>
        <translation>请先选择运行或模型</translation>
    </message>
    <message>
        <source>Choose a target first</source>
        <translation>请先选择目标</translation>
    </message>
    <message>
        <source>Goes to %1 · about %2</source>
        <translation>保存到 %1 · 约 %2</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>保存到 %1</translation>
    </message>
    <message>
        <source>Choose a row first</source>
        <translation>请先选择一行</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ExportRunner</name>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::FactsCard</name>
    <message>
        <source>What will run</source>
        <translation>将要运行</translation>
    </message>
    <message>
        <source>Show RUN.yaml</source>
        <translation>显示 RUN.yaml</translation>
    </message>
    <message>
        <source>Hide RUN.yaml</source>
        <translation>收起 RUN.yaml</translation>
    </message>
    <message>
        <source>RUN.yaml</source>
        <translation>RUN.yaml</translation>
    </message>
    <message>
        <source>Training rows</source>
        <translation>训练行数</translation>
    </message>
    <message>
        <source>Eval rows</source>
        <translation>评估行数</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Trained tokens</source>
        <translation>训练的词元</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>anneal::pages::FitTableModel</name>
    <message>
        <source>%1, tight</source>
        <translation>%1，紧张</translation>
    </message>
    <message>
        <source>Does not fit: %1 of %2</source>
        <translation>放不下：%1 / %2</translation>
    </message>
    <message>
        <source>Fits: %1 of %2</source>
        <translation>放得下：%1 / %2</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
</context>
<context>
    <name>anneal::pages::GatePanel</name>
    <message>
        <source>Gate report</source>
        <translation>校验报告</translation>
    </message>
    <message>
        <source>Show what was measured</source>
        <translation>显示实测值</translation>
    </message>
    <message>
        <source>No export is chosen</source>
        <translation>未选择导出结果</translation>
    </message>
    <message>
        <source>Each file is read back and compared with the trained model before it gets its name. What the gate found is told here.</source>
        <translation>每个文件都会重新读入并与训练模型比对，通过后才正式命名。校验结果显示在这里。</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>The file answers as the trained model did.</source>
        <translation>文件的回答与训练模型一致。</translation>
    </message>
    <message>
        <source>The file answers as the trained model did, within its bounds.</source>
        <translation>文件的回答与训练模型一致，差异在允许范围内。</translation>
    </message>
    <message>
        <source>Did not pass: %1</source>
        <translation>未通过：%1</translation>
    </message>
    <message>
        <source>Measured %1, must be %2.</source>
        <translation>实测 %1，要求 %2。</translation>
    </message>
    <message>
        <source>The file was set aside as %1.</source>
        <translation>文件已另存为 %1。</translation>
    </message>
    <message>
        <source>Read back from disk, then %1 tokens compared with the trained model: the first choice is the same in %2.</source>
        <translation>从磁盘重新读入，与训练模型比对了 %1 个词元：首选词元一致的占 %2。</translation>
    </message>
    <message>
        <source>Read back from disk, then %1 tokens compared with the trained model.</source>
        <translation>从磁盘重新读入，与训练模型比对了 %1 个词元。</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>上限 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::GeneralSection</name>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>At once, without a restart.</source>
        <translation>立即生效，无需重启。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the desktop asks, or always the same.</source>
        <translation>跟随桌面，或固定一种。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动效</translation>
    </message>
    <message>
        <source>Panels and toasts appear without sliding in.</source>
        <translation>面板和提示直接出现，不滑入。</translation>
    </message>
    <message>
        <source>Stay offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <source>Nothing is fetched and no database on another machine is asked, here and on the command line.</source>
        <translation>不下载任何内容，也不访问其他机器上的数据库；命令行同样如此。</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
</context>
<context>
    <name>anneal::pages::GgufTable</name>
    <message>
        <source>Rows of this model do not divide by 256: llama.cpp takes larger types</source>
        <translation>此模型的行长不能被 256 整除，llama.cpp 会改用更大的类型</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Mean KL in nats, at most %1</source>
        <translation>平均 KL（nat），上限 %1</translation>
    </message>
    <message>
        <source>Measured when it is exported; the gate allows %1 nats</source>
        <translation>导出时测量；校验允许 %1 nat</translation>
    </message>
    <message>
        <source>Distance between the next-token choices of the file and of the trained model, in nats</source>
        <translation>文件与训练模型的下一词元分布之间的距离，单位 nat</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Bits a weight</source>
        <translation>每权重位数</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Mean KL</source>
        <translation>平均 KL</translation>
    </message>
    <message>
        <source>Same token</source>
        <translation>首选一致</translation>
    </message>
</context>
<context>
    <name>anneal::pages::GoalStep</name>
    <message>
        <source>What should the model learn?</source>
        <translation>要让模型学什么？</translation>
    </message>
    <message>
        <source>This decides which data it takes and which tokens are trained.</source>
        <translation>这决定用哪类数据、训练哪些词元。</translation>
    </message>
    <message>
        <source>Answer instructions</source>
        <translation>指令微调</translation>
    </message>
    <message>
        <source>From questions with answers or whole conversations. Only the answers are trained.</source>
        <translation>数据是问答或整段对话，只训练回答部分。</translation>
    </message>
    <message>
        <source>Continue on plain text</source>
        <translation>纯文本继续预训练</translation>
    </message>
    <message>
        <source>From articles, records or code: every token is trained. Teaches the language of a field.</source>
        <translation>数据是文章、记录或代码，每个词元都训练，用来学习某一领域的语言。</translation>
    </message>
    <message>
        <source>Start from nothing</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>Random weights in the shape of a base model. Needs much text; for small models.</source>
        <translation>沿用基础模型的结构，权重随机。需要大量文本，适合小模型。</translation>
    </message>
    <message>
        <source>Not sure? Choose the first: it suits tables with a question and an answer column.</source>
        <translation>不确定就选第一个：它适合有问题列和答案列的表格。</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Continue on text</source>
        <translation>继续预训练</translation>
    </message>
    <message>
        <source>From nothing</source>
        <translation>从零训练</translation>
    </message>
</context>
<context>
    <name>anneal::pages::HardwareSection</name>
    <message>
        <source>What to train on</source>
        <translation>用什么硬件训练</translation>
    </message>
    <message>
        <source>Memory decides what fits; more devices make it faster. Choose a base model and see what each machine takes.</source>
        <translation>内存决定放不放得下，设备数决定快慢。选择基础模型，查看各种机器的占用。</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Tokens at once on each device</source>
        <translation>每设备每次词元数</translation>
    </message>
    <message>
        <source>Recompute activations</source>
        <translation>重算激活</translation>
    </message>
    <message>
        <source>Keeps a fraction of the activations and computes the rest again: less memory, about a third more time</source>
        <translation>只保留部分激活，其余重新计算：更省内存，用时约多三分之一</translation>
    </message>
    <message>
        <source>What each machine takes</source>
        <translation>各种机器的占用</translation>
    </message>
    <message>
        <source>An estimate from the model&apos;s shapes, in BF16. The forecast before a run measures a few real steps.</source>
        <translation>由模型形状按 BF16 估算。运行前的预测会实测若干步。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
</context>
<context>
    <name>anneal::pages::HardwareStep</name>
    <message>
        <source>What should it run on?</source>
        <translation>在什么设备上运行？</translation>
    </message>
    <message>
        <source>Several devices share the rows: each holds the whole model, so they make a run faster, not smaller.</source>
        <translation>多个设备分担数据行，每个都放下整个模型，因此更快，但不省内存。</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>进程数</translation>
    </message>
    <message>
        <source>CPU threads a rank</source>
        <translation>每进程 CPU 线程</translation>
    </message>
    <message>
        <source>0 divides the cores</source>
        <translation>0 表示均分核心</translation>
    </message>
    <message>
        <source>Data parallel</source>
        <translation>数据并行</translation>
    </message>
    <message>
        <source>Ranks and their devices</source>
        <translation>进程与设备</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>CPU, %1 ranks</source>
        <translation>CPU，%1 个进程</translation>
    </message>
    <message>
        <source>1 GPU</source>
        <translation>1 张 GPU</translation>
    </message>
    <message>
        <source>%1 GPUs</source>
        <translation>%1 张 GPU</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>可用 %1，共 %2</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %n core(s)</source>
        <translation>
            <numerusform>CPU，%n 核</numerusform>
        </translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>This machine has no GPU that can be used</source>
        <translation>本机没有可用的 GPU</translation>
    </message>
    <message numerus="yes">
        <source>There are %n GPU(s)</source>
        <translation>
            <numerusform>只有 %n 张 GPU</numerusform>
        </translation>
    </message>
    <message>
        <source>one GPU each</source>
        <translation>每个一张 GPU</translation>
    </message>
    <message>
        <source>they share the CPU</source>
        <translation>共用 CPU</translation>
    </message>
    <message>
        <source>computes in %1</source>
        <translation>以 %1 计算</translation>
    </message>
    <message>
        <source>Rank %1</source>
        <translation>进程 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 线程</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows a rank and step, %2 in all.</source>
        <translation>每进程每步 %1 行，共 %2 行。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::HistoryView</name>
    <message>
        <source>No conversation yet</source>
        <translation>还没有对话</translation>
    </message>
    <message>
        <source>What you ask is kept here, and can be gone on with.</source>
        <translation>问过的都保存在这里，可以接着聊。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话记录</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>First prompt</source>
        <translation>首个提示词</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Choose a row first</source>
        <translation>请先选择一行</translation>
    </message>
    <message>
        <source>Deleted the conversation</source>
        <translation>已删除对话</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>anneal::pages::HomePage</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还是空的</translation>
    </message>
    <message>
        <source>Bring a table of examples and choose a model that learns from them, or open the demo and see the whole loop.</source>
        <translation>导入一份示例表格，选择要学习它的模型；或打开演示，走一遍完整流程。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Reading runs and data sets</source>
        <translation>正在读取运行与数据集</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>最近的运行</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>全部运行</translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n 个数据集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>无法读取运行</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ImportSection</name>
    <message>
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Rows that were left out</source>
        <translation>未导入的行</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Choose what to import</source>
        <translation>选择要导入的内容</translation>
    </message>
    <message>
        <source>The first rows show here with what was detected. You correct it, then import.</source>
        <translation>这里显示前几行和识别结果，修正后再导入。</translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation>正在读取前几行</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Values are divided by</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>First row is names</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>Name of the data set</source>
        <translation>数据集名称</translation>
    </message>
    <message>
        <source>Load mapping</source>
        <translation>载入映射</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>保存映射</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Open the data set</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Import more</source>
        <translation>继续导入</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) looked at</source>
        <translation>
            <numerusform>已查看 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n 行无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the first rows</source>
        <translation>查看前几行</translation>
    </message>
    <message>
        <source>This cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>另选来源</translation>
    </message>
    <message>
        <source>Another data set has this name</source>
        <translation>已有同名数据集</translation>
    </message>
    <message>
        <source>Give it a name without a slash</source>
        <translation>请输入不含斜杠的名称</translation>
    </message>
    <message>
        <source>Choose a source first</source>
        <translation>请先选择来源</translation>
    </message>
    <message>
        <source>Give it another name</source>
        <translation>请换一个名称</translation>
    </message>
    <message>
        <source>Load a mapping</source>
        <translation>载入映射</translation>
    </message>
    <message>
        <source>Mappings (*.yaml *.yml *.json)</source>
        <translation>映射 (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>保存映射</translation>
    </message>
    <message>
        <source>Mapping saved</source>
        <translation>映射已保存</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>It goes on in the background; the job tray shows how far it is.</source>
        <translation>导入在后台进行，进度见任务栏。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 imported</source>
        <translation>已导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n 行未导入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::InlineForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>anneal::pages::LicencesSection</name>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>This window is distributed under GPL-3.0-or-later, because QCustomPlot is. Libraries come from Debian and PyPI, each under its own licence.</source>
        <translation>由于 QCustomPlot 采用 GPL-3.0-or-later，本窗口程序也按此许可证分发。各库来自 Debian 与 PyPI，遵循各自的许可证。</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>各库及其许可证</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>%1 is under %2. Its text comes with the library; no Debian package on this machine has it.</source>
        <translation>%1 采用 %2。许可证全文随库提供；本机没有包含它的 Debian 软件包。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ListSection</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>No data set yet</source>
        <translation>还没有数据集</translation>
    </message>
    <message>
        <source>Drop files anywhere here, paste rows, or choose a folder or a database. What they hold is detected and can be corrected.</source>
        <translation>把文件拖到这里、粘贴行，或选择文件夹或数据库。内容会自动识别，并可修正。</translation>
    </message>
    <message>
        <source>Reading data sets</source>
        <translation>正在读取数据集</translation>
    </message>
    <message>
        <source>Filter data sets</source>
        <translation>筛选数据集</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n 个数据集</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a data set first</source>
        <translation>请先选择数据集</translation>
    </message>
    <message>
        <source>%1 is called %2 now</source>
        <translation>%1 已改名为 %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 and its versions are in the trash</source>
        <translation>%1 及其各版本已移入回收站</translation>
    </message>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1 已移入回收站</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
</context>
<context>
    <name>anneal::pages::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What the log shows</source>
        <translation>日志显示内容</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Copy the chosen lines, or all that are shown</source>
        <translation>复制选中的行，或全部显示的行</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Eval %1</source>
        <translation>评估 %1</translation>
    </message>
    <message>
        <source>Warnings %1</source>
        <translation>警告 %1</translation>
    </message>
    <message>
        <source>Errors %1</source>
        <translation>错误 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::MappingForm</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose the columns that the rows are made of</source>
        <translation>请选择构成样本的列</translation>
    </message>
    <message>
        <source>Choose the column that is trained</source>
        <translation>请选择要训练的列</translation>
    </message>
    <message>
        <source>%1 of the first rows fit</source>
        <translation>前几行中 %1 符合</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>置信度 %1</translation>
    </message>
    <message>
        <source>Rows are</source>
        <translation>行的形态</translation>
    </message>
</context>
<context>
    <name>anneal::pages::MemoryCard</name>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>Memory of %1</source>
        <translation>%1 的内存</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>Peak %1, measured</source>
        <translation>峰值 %1，实测</translation>
    </message>
    <message>
        <source>Peak %1, estimated</source>
        <translation>峰值 %1，估算</translation>
    </message>
</context>
<context>
    <name>anneal::pages::MethodPanel</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>运行时</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>More rank, more capacity</source>
        <translation>秩越大，容量越大</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>目标层</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Trained blocks</source>
        <translation>训练的层数</translation>
    </message>
    <message>
        <source>The last ones; below 0 the first</source>
        <translation>最后几层；负数为最前几层</translation>
    </message>
    <message>
        <source>Keep weights in BF16</source>
        <translation>权重保持 BF16</translation>
    </message>
    <message>
        <source>Half the memory of the weights; a little less exact</source>
        <translation>权重内存减半，精度略降</translation>
    </message>
    <message>
        <source>Compute activations again</source>
        <translation>重算激活</translation>
    </message>
    <message>
        <source>Far less memory, a third more time</source>
        <translation>内存大减，时间多三分之一</translation>
    </message>
    <message>
        <source>What you get</source>
        <translation>得到什么</translation>
    </message>
    <message>
        <source>Trained parameters</source>
        <translation>可训练参数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Rows a step</source>
        <translation>每步行数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>%1 of 7 × %2 blocks</source>
        <translation>7 个线性层中的 %1 个 × %2 层</translation>
    </message>
    <message>
        <source>%1 of 7</source>
        <translation>7 个中的 %1 个</translation>
    </message>
    <message>
        <source>Memory per GPU</source>
        <translation>每卡显存</translation>
    </message>
</context>
<context>
    <name>anneal::pages::MethodStep</name>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Not sure? Stay with the recommended one. LoRA keeps the base as it is; Full suits new facts and a new language.</source>
        <translation>不确定就用推荐的方法。LoRA 不改动基础模型；全量适合学习新知识或新语言。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>No base model yet</source>
        <translation>尚未选择基础模型</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>训练参数</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>最多内存</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>the adapter alone</source>
        <translation>只有适配器</translation>
    </message>
    <message>
        <source>the whole model</source>
        <translation>整个模型</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Adds small trained matrices beside linear layers. The base stays as it is.</source>
        <translation>在线性层旁加入小型可训练矩阵，基础模型保持不变。</translation>
    </message>
    <message>
        <source>Trains every weight. For new facts, a new language, or a small model.</source>
        <translation>训练全部权重，适合新知识、新语言或小模型。</translation>
    </message>
    <message>
        <source>Trains the last %1 blocks only. Quick, less exact than LoRA.</source>
        <translation>只训练最后 %1 层，速度快，精度略低于 LoRA。</translation>
    </message>
    <message>
        <source>Trains the first %1 blocks only. Quick, less exact than LoRA.</source>
        <translation>只训练最前 %1 层，速度快，精度略低于 LoRA。</translation>
    </message>
    <message>
        <source>Random weights have to be trained whole.</source>
        <translation>随机权重必须全部训练。</translation>
    </message>
    <message>
        <source>The model is small: training all of it takes little, and it learns most.</source>
        <translation>模型很小，全部训练花费不多，学得也最多。</translation>
    </message>
    <message>
        <source>New text is learnt best when every weight may move, and it fits.</source>
        <translation>放开全部权重最能学好新文本，而且放得下。</translation>
    </message>
    <message>
        <source>Close to full training on instructions, for an adapter of %1.</source>
        <translation>指令数据上接近全量训练，适配器仅 %1。</translation>
    </message>
    <message>
        <source>The only one that fits this machine.</source>
        <translation>本机只放得下这一种。</translation>
    </message>
    <message>
        <source>Takes least, but does not fit this machine as it stands.</source>
        <translation>占用最少，但按现状本机仍放不下。</translation>
    </message>
    <message>
        <source>Random weights have to be trained whole</source>
        <translation>随机权重必须全部训练</translation>
    </message>
    <message>
        <source>For your %1 training rows, this base model and %2. You can change your mind later.</source>
        <translation>以下估算基于 %1 行训练数据、所选基础模型和 %2，之后可以更改。</translation>
    </message>
    <message>
        <source>Figures come from the shapes of the base model. You can change your mind later.</source>
        <translation>数字由基础模型的结构算出，之后可以更改。</translation>
    </message>
    <message>
        <source>How should the model learn?</source>
        <translation>模型用哪种方法学习？</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ModelCard</name>
    <message>
        <source>On this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>占用磁盘</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ModelHead</name>
    <message>
        <source>Left model: %1</source>
        <translation>左侧模型：%1</translation>
    </message>
    <message>
        <source>Right model: %1</source>
        <translation>右侧模型：%1</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>What it was before</source>
        <translation>训练之前的模型</translation>
    </message>
    <message>
        <source>What training made</source>
        <translation>训练得到的模型</translation>
    </message>
    <message>
        <source>not in memory yet</source>
        <translation>尚未载入内存</translation>
    </message>
    <message>
        <source>could not be loaded</source>
        <translation>无法加载</translation>
    </message>
    <message>
        <source>Loading, %1</source>
        <translation>正在加载，%1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open a GGUF file or a folder…</source>
        <translation>打开 GGUF 文件或文件夹…</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ModelStep</name>
    <message>
        <source>Which model should it start from?</source>
        <translation>从哪个模型开始？</translation>
    </message>
    <message>
        <source>The colour says whether it can be trained here as the draft stands.</source>
        <translation>颜色表示按当前设置能否在本机训练。</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>In the catalogue</source>
        <translation>在模型目录中</translation>
    </message>
    <message>
        <source>Not here yet: download one under Models, or add the folder that holds it.</source>
        <translation>尚未下载：可在“模型”页下载，或添加存放它的文件夹。</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>To choose</source>
        <translation>待选择</translation>
    </message>
    <message>
        <source>Choose a base model first</source>
        <translation>请先选择基础模型</translation>
    </message>
    <message>
        <source>This model is not on this machine yet</source>
        <translation>该模型尚未在本机</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>占用磁盘</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载量</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>%1 with one row at once and activations computed again.</source>
        <translation>一次一行并重算激活时约占 %1。</translation>
    </message>
    <message>
        <source>If leaner</source>
        <translation>精简可放</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ModelView</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除记录</translation>
    </message>
    <message>
        <source>The folder stays where it is</source>
        <translation>文件夹保留在原处</translation>
    </message>
    <message>
        <source>Parts of the model</source>
        <translation>模型的各部分</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>one that speaks Hugging Face&apos;s interface</source>
        <translation>兼容 Hugging Face 接口</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Key-value heads</source>
        <translation>键值头</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Weights in</source>
        <translation>权重类型</translation>
    </message>
    <message>
        <source>Tied embeddings</source>
        <translation>共享嵌入</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>What fits this machine</source>
        <translation>本机能训练什么</translation>
    </message>
    <message>
        <source>Check of the folder</source>
        <translation>文件夹检查</translation>
    </message>
    <message>
        <source>A question and an answer as the model reads them</source>
        <translation>模型读到的一问一答</translation>
    </message>
    <message>
        <source>Tokens of the exchange</source>
        <translation>问答的词元</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源码</translation>
    </message>
    <message>
        <source>Source of the template</source>
        <translation>模板源码</translation>
    </message>
    <message>
        <source>It brings no chat template. Instruction tuning takes a named one: the data step of a run has the list.</source>
        <translation>该模型不带对话模板。指令微调需选用命名模板，列表在新建运行的“数据”一步。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tokens of the text</source>
        <translation>文本的词元</translation>
    </message>
    <message>
        <source>Token %1: id %2</source>
        <translation>第 %1 个词元：编号 %2</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>Annealing takes the strain out of steel, one degree at a time.</source>
        <translation>退火让钢一度一度地卸下应力。</translation>
    </message>
    <message>
        <source>On %1, %2 tokens at once, activations computed again. A run&apos;s own figures are in its review.</source>
        <translation>在 %1 上，每次 %2 个词元，重算激活。每次运行的具体数字见其“检查”一步。</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>The shapes of all tensors are held against config.json.</source>
        <translation>正在对照 config.json 核对所有张量的形状。</translation>
    </message>
    <message>
        <source>All fits</source>
        <translation>全部相符</translation>
    </message>
    <message>
        <source>Every tensor has the shape that config.json asks for, and the tokenizer fits the embedding.</source>
        <translation>所有张量的形状均与 config.json 相符，分词器与嵌入层匹配。</translation>
    </message>
    <message numerus="yes">
        <source>%n misfit(s)</source>
        <translation>
            <numerusform>%n 处不符</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 处</translation>
    </message>
    <message>
        <source>%1 tokens, %2 characters</source>
        <translation>%1 个词元，%2 个字符</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give the server&apos;s address first</source>
        <translation>请先填写服务器地址</translation>
    </message>
    <message>
        <source>%1 of %2 are here already; it goes on from there. Every file is checked by size and SHA-256.</source>
        <translation>已有 %1，共 %2，将从此处继续。每个文件都按大小和 SHA-256 校验。</translation>
    </message>
    <message>
        <source>%1, kept among Anneal Studio&apos;s data. An interrupted download goes on where it was; every file is checked by size and SHA-256.</source>
        <translation>%1，保存在 Anneal Studio 的数据目录中。中断的下载会接着进行；每个文件都按大小和 SHA-256 校验。</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Add a model&apos;s folder</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>DeepSeek text models</source>
        <translation>DeepSeek 文本模型</translation>
    </message>
    <message>
        <source>No model is like that</source>
        <translation>没有符合条件的模型</translation>
    </message>
    <message>
        <source>The filter looks at names, uses, languages and licences.</source>
        <translation>可按名称、用途、语言和许可证筛选。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Reading models</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <source>%1 on this machine, %2 to fetch</source>
        <translation>本机 %1 个，可下载 %2 个</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>已添加 %1</translation>
    </message>
    <message>
        <source>Every tensor has the shape that config.json asks for.</source>
        <translation>所有张量的形状均与 config.json 相符。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Forgot %1</source>
        <translation>已移除 %1</translation>
    </message>
    <message>
        <source>Its folder stays where it is.</source>
        <translation>文件夹保留在原处。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>下载 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::PreflightList</name>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>检查中</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) would stop the run.</source>
        <translation>
            <numerusform>%n 项问题会使运行失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) worth a look. Nothing blocks the run.</source>
        <translation>
            <numerusform>%n 项值得一看，不影响开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>All checks passed.</source>
        <translation>检查全部通过。</translation>
    </message>
    <message>
        <source>Fixed: %1</source>
        <translation>已修正：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 项待看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixed</source>
        <translation>
            <numerusform>%n 项已修正</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n 项通过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::PresetBar</name>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ProfileTab</name>
    <message>
        <source>Cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Looking through the rows</source>
        <translation>正在检查各行</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns with their figures</source>
        <translation>各列的统计</translation>
    </message>
    <message>
        <source>Profile of %1</source>
        <translation>%1 的概况</translation>
    </message>
    <message>
        <source>The profile could not be made</source>
        <translation>无法生成概况</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the rows looked at</source>
        <translation>
            <numerusform>所查行中有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Example for %1</source>
        <translation>%1 的示例</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Exact duplicates</source>
        <translation>完全重复</translation>
    </message>
    <message>
        <source>Median length</source>
        <translation>长度中位数</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>95 of 100 under</source>
        <translation>95% 低于</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Nothing to mend was found.</source>
        <translation>没有发现需要处理的问题。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RankRow</name>
    <message>
        <source>Rank %1</source>
        <translation>进程 %1</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Compute of rank %1</source>
        <translation>进程 %1 的计算</translation>
    </message>
    <message>
        <source>Memory of rank %1</source>
        <translation>进程 %1 的内存</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RanksCard</name>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>data parallel %1</source>
        <translation>数据并行 %1</translation>
    </message>
    <message>
        <source>The ranks are starting.</source>
        <translation>进程正在启动。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecentRuns</name>
    <message>
        <source>Recent runs</source>
        <translation>最近的运行</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecipeCounter</name>
    <message>
        <source>Preview of %1</source>
        <translation>预览 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecipeModel</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n 个单元格</numerusform>
        </translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecipePanel</name>
    <message>
        <source>Recipe</source>
        <translation>清洗方案</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>More for the recipe</source>
        <translation>方案的更多操作</translation>
    </message>
    <message>
        <source>Load recipe…</source>
        <translation>载入方案…</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>保存方案…</translation>
    </message>
    <message>
        <source>Remove all steps</source>
        <translation>移除所有步骤</translation>
    </message>
    <message>
        <source>Before the recipe</source>
        <translation>清洗前</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Steps clean rows one after the other. Nothing is written until you save a version.</source>
        <translation>步骤依次清洗各行。保存版本之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Steps of the recipe</source>
        <translation>方案的步骤</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>移除步骤</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>保留的行</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting rows</source>
        <translation>正在统计行数</translation>
    </message>
    <message>
        <source>The preview follows</source>
        <translation>稍后显示预览</translation>
    </message>
    <message>
        <source>%1 rows kept</source>
        <translation>保留 %1 行</translation>
    </message>
    <message>
        <source>No step yet</source>
        <translation>还没有步骤</translation>
    </message>
    <message>
        <source>Recipe %1. It replays on new data.</source>
        <translation>方案 %1，可用于新数据。</translation>
    </message>
    <message>
        <source>Save as v%1</source>
        <translation>保存为 v%1</translation>
    </message>
    <message>
        <source>Add a step first</source>
        <translation>请先添加步骤</translation>
    </message>
    <message>
        <source>Rows are being counted</source>
        <translation>正在统计行数</translation>
    </message>
    <message>
        <source>No step is switched on, or one has a mistake</source>
        <translation>没有启用的步骤，或某一步有误</translation>
    </message>
    <message>
        <source>No row would be left</source>
        <translation>将没有剩余的行</translation>
    </message>
    <message>
        <source>Load a recipe</source>
        <translation>载入清洗方案</translation>
    </message>
    <message>
        <source>Recipes (*.yaml *.yml *.json)</source>
        <translation>方案 (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存清洗方案</translation>
    </message>
    <message>
        <source>Recipe saved</source>
        <translation>方案已保存</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RejectedTable</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation>未导入原因</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开头</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ResultCard</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>It left no weights.</source>
        <translation>没有留下权重。</translation>
    </message>
    <message>
        <source>An adapter for %1</source>
        <translation>%1 的适配器</translation>
    </message>
    <message>
        <source>A model&apos;s folder</source>
        <translation>模型文件夹</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ReviewStep</name>
    <message>
        <source>Review</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Forecast and checks</source>
        <translation>预测与检查</translation>
    </message>
    <message>
        <source>Run name</source>
        <translation>运行名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Preparing the data for a look</source>
        <translation>正在准备数据以便检查</translation>
    </message>
    <message>
        <source>Choose a base model first</source>
        <translation>请先选择基础模型</translation>
    </message>
    <message>
        <source>Choose a data set first</source>
        <translation>请先选择数据集</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The forecast and the checks need the data prepared once.</source>
        <translation>预测与检查需要先把数据处理一遍。</translation>
    </message>
    <message>
        <source>Measure %1</source>
        <translation>测量 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还需 %1</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>What it will take, and what is worth a look before it starts.</source>
        <translation>需要多少资源，以及开始前值得看一眼的地方。</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>准备开始</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>划分 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RoleHeader</name>
    <message>
        <source>No role</source>
        <translation>无角色</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RowModel</name>
    <message>
        <source>Dropped: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>The row&apos;s number in the data set</source>
        <translation>行在数据集中的序号</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>新列</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 个取值</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2 characters</source>
        <translation>%1–%2 个字符</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunActs</name>
    <message>
        <source>Stop %1?</source>
        <translation>停止 %1？</translation>
    </message>
    <message>
        <source>It writes a checkpoint where it is, about step %1, and ends. It can be resumed from there.</source>
        <translation>它会在当前位置（约第 %1 步）写下检查点后结束，之后可以从那里恢复。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Checkpoint of %1</source>
        <translation>%1 的检查点</translation>
    </message>
    <message>
        <source>It is written after the step at hand.</source>
        <translation>将在当前这一步之后写入。</translation>
    </message>
    <message>
        <source>Resume %1 from step %2?</source>
        <translation>从第 %2 步恢复 %1？</translation>
    </message>
    <message>
        <source>What it did after that is done again. The later checkpoints go to the trash: %1.</source>
        <translation>此后的训练会重新进行。之后的检查点将移入回收站：%1。</translation>
    </message>
    <message>
        <source>Resume from here</source>
        <translation>从这里恢复</translation>
    </message>
    <message>
        <source>Name runs</source>
        <translation>命名运行</translation>
    </message>
    <message>
        <source>Renamed to %1</source>
        <translation>已重命名为 %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>Archived %n run(s)</source>
        <translation>
            <numerusform>已归档 %n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought back %n run(s)</source>
        <translation>
            <numerusform>已取回 %n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>删除 %n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n run(s)</source>
        <translation>
            <numerusform>已删除 %n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>In the trash until it is emptied</source>
        <translation>清空回收站之前可以找回</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>永久删除 %1？</translation>
    </message>
    <message>
        <source>It lies on another disk than the trash and cannot be brought back.</source>
        <translation>它与回收站不在同一磁盘上，删除后无法找回。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Bring runs back</source>
        <translation>找回运行</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunCard</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Chat with it</source>
        <translation>与它对话</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Set aside: it did not pass</source>
        <translation>已搁置：未通过校验</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunCharts</name>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>还没有数值</translation>
    </message>
    <message>
        <source>The first point comes with the first logged step.</source>
        <translation>记录下第一步后，这里就会出现第一个点。</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>裁剪 %1</translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation>预计 %1</translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>目前最佳</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>learning rate set to %1</source>
        <translation>学习率设为 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunDetail</name>
    <message>
        <source>A rate above 0 and up to 1, such as 2e-4</source>
        <translation>大于 0 且不超过 1 的值，例如 2e-4</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>More for this run</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Show the error</source>
        <translation>查看错误</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>More room for these</source>
        <translation>扩大此区域</translation>
    </message>
    <message>
        <source>Log, settings and samples</source>
        <translation>日志、设置与样本</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>The %1 schedule scales it: now %2, that is %3 of %4.</source>
        <translation>由 %1 调度缩放：当前 %2，即 %4 的 %3。</translation>
    </message>
    <message>
        <source>The %1 schedule scales it.</source>
        <translation>由 %1 调度缩放。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunDocumentTable</name>
    <message>
        <source>%1, %2 rows a step</source>
        <translation>%1，每步 %2 行</translation>
    </message>
    <message>
        <source>No base model yet</source>
        <translation>尚未选择基础模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunList</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Find runs</source>
        <translation>查找运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>More for these runs</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全部取消勾选</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>A run teaches a model from your data. What it does is drawn here while it does it, wherever it was started.</source>
        <translation>一次运行用你的数据教模型学习。无论从哪里启动，过程都会实时显示在这里。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>No run is like that</source>
        <translation>没有这样的运行</translation>
    </message>
    <message>
        <source>Other words, another state, or the archive may have it.</source>
        <translation>换个词、换个状态，或到归档中看看。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>无法读取运行</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>提前结束</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>已勾选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick two runs or more</source>
        <translation>请勾选两个或更多运行</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunLists</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Open RUN.yaml</source>
        <translation>打开 RUN.yaml</translation>
    </message>
    <message>
        <source>No run is being made up</source>
        <translation>没有待完成的运行</translation>
    </message>
    <message>
        <source>A run teaches a base model from your data. Seven questions lead to it, and every one has a good default.</source>
        <translation>运行就是用你的数据训练基础模型。只需回答七个问题，每个都有合适的默认值。</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>New run from it</source>
        <translation>以此新建</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Choose a row first</source>
        <translation>请先选择一行</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunsPage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The run&apos;s folder and its id stay as they are.</source>
        <translation>运行的文件夹和 ID 不变。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>A run needs a name</source>
        <translation>运行需要一个名称</translation>
    </message>
    <message>
        <source>Find here</source>
        <translation>在此查找</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>下一个运行</translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation>上一个运行</translation>
    </message>
    <message>
        <source>Show archived runs</source>
        <translation>显示已归档的运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>停止运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Pause the run</source>
        <translation>暂停运行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <source>Continue the paused run</source>
        <translation>继续已暂停的运行</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continuing</source>
        <translation>正在继续</translation>
    </message>
    <message>
        <source>Resume the run</source>
        <translation>恢复运行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Write a checkpoint now</source>
        <translation>立即写入检查点</translation>
    </message>
    <message>
        <source>Checkpoint now</source>
        <translation>立即存检查点</translation>
    </message>
    <message>
        <source>Change the learning rate</source>
        <translation>更改学习率</translation>
    </message>
    <message>
        <source>Show the run&apos;s folder</source>
        <translation>打开运行的文件夹</translation>
    </message>
    <message>
        <source>Copy the run&apos;s id</source>
        <translation>复制运行 ID</translation>
    </message>
    <message>
        <source>Compare with other runs</source>
        <translation>与其他运行比较</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation>从归档取回</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Live · last row %1 ago</source>
        <translation>实时 · 最新一行在 %1前</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SamplesTab</name>
    <message>
        <source>no sample</source>
        <translation>无法成样本</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Token %1, id %2</source>
        <translation>词元 %1，id %2</translation>
    </message>
    <message>
        <source>Read the tokenizer</source>
        <translation>读取分词器</translation>
    </message>
    <message>
        <source>The samples cannot be shown</source>
        <translation>无法显示样本</translation>
    </message>
    <message>
        <source>Use the model&apos;s own template</source>
        <translation>使用模型自带模板</translation>
    </message>
    <message>
        <source>Show a sample</source>
        <translation>显示样本</translation>
    </message>
    <message>
        <source>Measure the samples of %1</source>
        <translation>统计 %1 的样本长度</translation>
    </message>
    <message>
        <source>No model to read the rows with</source>
        <translation>没有可用的模型</translation>
    </message>
    <message>
        <source>Samples show as a model sees them. Add a model&apos;s folder first.</source>
        <translation>样本按模型所见显示，请先添加模型文件夹。</translation>
    </message>
    <message>
        <source>Reading the tokenizer</source>
        <translation>正在读取分词器</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>显示哪些样本</translation>
    </message>
    <message>
        <source>File order</source>
        <translation>文件顺序</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>仅有问题的</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>A sample by chance</source>
        <translation>随机样本</translation>
    </message>
    <message>
        <source>The sample as tokens</source>
        <translation>样本的词元</translation>
    </message>
    <message>
        <source>Lengths of all samples</source>
        <translation>所有样本的长度</translation>
    </message>
    <message>
        <source>This sample</source>
        <translation>当前样本</translation>
    </message>
    <message>
        <source>Measuring all samples</source>
        <translation>正在统计所有样本</translation>
    </message>
    <message>
        <source>Length, all samples</source>
        <translation>所有样本的长度</translation>
    </message>
    <message>
        <source>How it is rendered</source>
        <translation>渲染方式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation>截断长度</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>Train on prompts too</source>
        <translation>提示也参与训练</translation>
    </message>
    <message>
        <source>Measure all samples</source>
        <translation>统计所有样本</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>参与训练</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>End token</source>
        <translation>结束词元</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 of 100 under</source>
        <translation>95% 低于</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>Longer than the cutoff</source>
        <translation>超出截断长度</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, %2 trained</source>
        <translation>%1，其中 %2 参与训练</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>已训练</translation>
    </message>
    <message>
        <source>lost to the cutoff</source>
        <translation>因截断丢失</translation>
    </message>
    <message>
        <source>No answer to learn</source>
        <translation>没有可学的答案</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SamplesView</name>
    <message>
        <source>Prompts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SettingRow</name>
    <message>
        <source>Reset %1</source>
        <translation>重置%1</translation>
    </message>
    <message>
        <source>Default %1</source>
        <translation>默认 %1</translation>
    </message>
    <message>
        <source>A whole number of at least %1</source>
        <translation>不小于 %1 的整数</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>A number above %1</source>
        <translation>大于 %1 的数</translation>
    </message>
    <message>
        <source>A number of at least %1</source>
        <translation>不小于 %1 的数</translation>
    </message>
    <message>
        <source>A number from %1, below %2</source>
        <translation>不小于 %1 且小于 %2 的数</translation>
    </message>
    <message>
        <source>This cannot be read</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SettingsPanel</name>
    <message>
        <source>Answer settings</source>
        <translation>回答设置</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Always the likeliest token</source>
        <translation>始终取概率最高的词元</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Higher is more varied; 0 is always the likeliest token</source>
        <translation>越高越多样；0 表示始终取概率最高的词元</translation>
    </message>
    <message>
        <source>Draws among the likeliest tokens that reach this probability together</source>
        <translation>在累计概率达到此值的词元中抽取</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>最大词元数</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Drops tokens below this share of the likeliest</source>
        <translation>舍去概率低于最高者此比例的词元</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Above 1 repeats less</source>
        <translation>大于 1 时减少重复</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止于</translation>
    </message>
    <message>
        <source>End token</source>
        <translation>结束词元</translation>
    </message>
    <message>
        <source>Keep this prompt</source>
        <translation>保存这个提示词</translation>
    </message>
    <message>
        <source>A case is asked again of any two models, and judged without knowing which is which.</source>
        <translation>用例可以再问任意两个模型，并在不知道是谁的情况下评判。</translation>
    </message>
    <message>
        <source>Expected answer</source>
        <translation>期望回答</translation>
    </message>
    <message>
        <source>What a right answer says; may be empty</source>
        <translation>正确的回答应当怎么说；可以留空</translation>
    </message>
    <message>
        <source>Save as evaluation case</source>
        <translation>存为评测用例</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Free the memory of both models</source>
        <translation>释放两个模型的内存</translation>
    </message>
    <message>
        <source>Free the memory on leaving</source>
        <translation>离开时释放内存</translation>
    </message>
    <message>
        <source>Nothing is drawn: always the likeliest token</source>
        <translation>不采样：始终取概率最高的词元</translation>
    </message>
    <message>
        <source>Ask something first</source>
        <translation>请先提问</translation>
    </message>
    <message>
        <source>No model in memory</source>
        <translation>内存中没有模型</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) in memory, %1</source>
        <translation>
            <numerusform>内存中有 %n 个模型，%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::SettingsStep</name>
    <message>
        <source>Settings</source>
        <translation>参数</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n epoch(s)</source>
        <translation>
            <numerusform>%1，%n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>How should it be trained?</source>
        <translation>怎样训练？</translation>
    </message>
    <message>
        <source>Five settings matter. Everything else has a default that careful users keep.</source>
        <translation>关键参数只有五个，其余都有稳妥的默认值。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Rows at once</source>
        <translation>一次行数</translation>
    </message>
    <message>
        <source>Gradient accumulation</source>
        <translation>梯度累积</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置%1</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索参数</translation>
    </message>
    <message>
        <source>No setting is called “%1”</source>
        <translation>没有名为“%1”的参数</translation>
    </message>
    <message>
        <source>all at their defaults</source>
        <translation>均为默认值</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n 项已修改</numerusform>
        </translation>
    </message>
    <message>
        <source>How far each step goes. 2e-4 is usual for LoRA.</source>
        <translation>每步走多远。LoRA 常用 2e-4。</translation>
    </message>
    <message>
        <source>How far each step goes. 3e-4 is usual from nothing.</source>
        <translation>每步走多远。从零训练常用 3e-4。</translation>
    </message>
    <message>
        <source>How far each step goes. 2e-5 is usual for whole weights.</source>
        <translation>每步走多远。全量训练常用 2e-5。</translation>
    </message>
    <message>
        <source>How often it sees each row: about %1 steps.</source>
        <translation>每行看几遍，约 %1 步。</translation>
    </message>
    <message>
        <source>How often it sees each row.</source>
        <translation>每行看几遍。</translation>
    </message>
    <message>
        <source>On each device; takes up to %1.</source>
        <translation>每个设备上；最多占用 %1。</translation>
    </message>
    <message>
        <source>On each device; this is what takes memory.</source>
        <translation>每个设备上；内存主要由它决定。</translation>
    </message>
    <message>
        <source>Batches before a step: %1 rows a step, without more memory.</source>
        <translation>累积几批再走一步：每步 %1 行，不多占内存。</translation>
    </message>
    <message>
        <source>How the rate falls. Cosine suits most runs.</source>
        <translation>学习率怎样下降。余弦适合大多数运行。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对比对象</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Copy as RUN.yaml</source>
        <translation>复制为 RUN.yaml</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认值</translation>
    </message>
</context>
<context>
    <name>anneal::pages::ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SourceCard</name>
    <message>
        <source>Where the rows come from</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Drop files here, or choose them. CSV, JSON, Parquet, Excel, text and more; packed or in folders.</source>
        <translation>把文件拖到这里或选择文件。支持 CSV、JSON、Parquet、Excel、文本等，可压缩或放在文件夹中。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Paste rows: a table, CSV or JSON</source>
        <translation>粘贴行：表格、CSV 或 JSON</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>粘贴的行</translation>
    </message>
    <message>
        <source>Use these rows</source>
        <translation>使用这些行</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>used once, kept nowhere</source>
        <translation>只用一次，不保存</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Read the first rows</source>
        <translation>读取前几行</translation>
    </message>
    <message numerus="yes">
        <source>%1, then %n more</source>
        <translation>
            <numerusform>%1，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder of data</source>
        <translation>选择数据文件夹</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>正在连接服务器</translation>
    </message>
    <message>
        <source>Test the database</source>
        <translation>测试数据库</translation>
    </message>
    <message>
        <source>%1 answers. Tables: %2</source>
        <translation>%1 已响应。表：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Write a query</source>
        <translation>请填写查询</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SplitPanel</name>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Close splitting</source>
        <translation>关闭划分</translation>
    </message>
    <message>
        <source>Equal rows stay together, so that nothing of the test is trained. Each part becomes a data set.</source>
        <translation>相同的行划在一起，测试内容不会进入训练。每一部分成为一个数据集。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>the same gives the same parts</source>
        <translation>相同种子得到相同划分</translation>
    </message>
    <message>
        <source>Keep the shares of</source>
        <translation>保持比例的列</translation>
    </message>
    <message>
        <source>No column</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>The parts are more than everything</source>
        <translation>各部分之和超过全部</translation>
    </message>
    <message>
        <source>Give a part its share</source>
        <translation>请给某部分指定比例</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>划分 %1</translation>
    </message>
    <message>
        <source>%1 is split</source>
        <translation>%1 已划分</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>anneal::pages::StatStrip</name>
    <message>
        <source>mean %1</source>
        <translation>均值 %1</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>best, step %1</source>
        <translation>最佳，第 %1 步</translation>
    </message>
    <message>
        <source>best %1, step %2</source>
        <translation>最佳 %1，第 %2 步</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>no rows held back</source>
        <translation>没有留出行</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，自 %2</translation>
    </message>
    <message>
        <source>clipped at %1</source>
        <translation>裁剪于 %1</translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation>不裁剪</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation>预计 %1</translation>
    </message>
    <message>
        <source>of one rank</source>
        <translation>单个进程</translation>
    </message>
    <message>
        <source>Change the learning rate</source>
        <translation>更改学习率</translation>
    </message>
    <message>
        <source>Step %1 of %2 · epoch %3 of %4</source>
        <translation>第 %1 / %2 步 · 第 %3 / %4 轮</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>%1 left · done at %2</source>
        <translation>剩余 %1 · %2 完成</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>结束于 %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
</context>
<context>
    <name>anneal::pages::Step</name>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>紧张</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>Takes about %1 of the %2 on this machine.</source>
        <translation>约占本机 %2 中的 %1。</translation>
    </message>
    <message>
        <source>Takes about %1 of the %2 on this machine, with little to spare.</source>
        <translation>约占本机 %2 中的 %1，所剩不多。</translation>
    </message>
    <message>
        <source>Takes about %1; this machine has %2.</source>
        <translation>约需 %1，本机有 %2。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::StepForm</name>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>old: new</source>
        <translation>旧值: 新值</translation>
    </message>
</context>
<context>
    <name>anneal::pages::StepPicker</name>
    <message>
        <source>Search steps</source>
        <translation>搜索步骤</translation>
    </message>
    <message>
        <source>Cleaning steps</source>
        <translation>清洗步骤</translation>
    </message>
    <message>
        <source>Back to the recipe</source>
        <translation>返回方案</translation>
    </message>
</context>
<context>
    <name>anneal::pages::StorageSection</name>
    <message>
        <source>Paths and disk</source>
        <translation>路径与磁盘</translation>
    </message>
    <message>
        <source>Measuring the disk</source>
        <translation>正在统计磁盘</translation>
    </message>
    <message>
        <source>The disk by what fills it</source>
        <translation>磁盘占用构成</translation>
    </message>
    <message>
        <source>What fills the disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Remove checkpoints</source>
        <translation>移除检查点</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>What fills it</source>
        <translation>占用明细</translation>
    </message>
    <message>
        <source>Measure the disk</source>
        <translation>统计磁盘</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>可用 %1，共 %2</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Choose a row first</source>
        <translation>请先选择一行</translation>
    </message>
    <message>
        <source>It is at work; stop it first</source>
        <translation>正在使用，请先停止</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>清空回收站？</translation>
    </message>
    <message>
        <source>This frees %1. What is in it cannot be brought back.</source>
        <translation>将释放 %1，其中内容无法恢复。</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>This frees %1. Made from it: %2. They stay, but cannot be resumed or made again.</source>
        <translation>将释放 %1。由它生成的有：%2。它们会保留，但无法继续或重新生成。</translation>
    </message>
    <message>
        <source>Remove the checkpoints of %1?</source>
        <translation>移除 %1 的检查点？</translation>
    </message>
    <message>
        <source>This frees %1. The run&apos;s result stays; it can no longer be resumed, nor be exported from an earlier step.</source>
        <translation>将释放 %1。运行结果会保留，但无法再继续，也无法从更早的步骤导出。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>永久删除 %1？</translation>
    </message>
    <message>
        <source>It lies on another disk and cannot be brought back.</source>
        <translation>它在另一块磁盘上，删除后无法恢复。</translation>
    </message>
    <message>
        <source>Removed the checkpoints of %1</source>
        <translation>已移除 %1 的检查点</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>%1 in the trash</source>
        <translation>%1 已移至回收站</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 freed</source>
        <translation>已释放 %1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::SystemPage</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Parts of System</source>
        <translation>系统的各部分</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TableTab</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What this step does</source>
        <translation>此步骤的效果</translation>
    </message>
    <message>
        <source>Filter rows, for example risk = high</source>
        <translation>筛选行，例如 risk = high</translation>
    </message>
    <message>
        <source>Looking through the rows</source>
        <translation>正在检查各行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Only touched rows</source>
        <translation>仅受影响的行</translation>
    </message>
    <message>
        <source>No row matches.</source>
        <translation>没有匹配的行。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>表格显示内容</translation>
    </message>
    <message>
        <source>Changed cells or dropped rows</source>
        <translation>修改的单元格或删除的行</translation>
    </message>
    <message numerus="yes">
        <source>Changed %n cell(s)</source>
        <translation>
            <numerusform>修改 %n 个单元格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dropped %n row(s)</source>
        <translation>
            <numerusform>删除 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) match</source>
        <translation>
            <numerusform>%n 行匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 → %3 rows</source>
        <translation>%1：%2 → %3 行</translation>
    </message>
    <message>
        <source>%1 → %2 rows</source>
        <translation>%1 → %2 行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as JSON lines</source>
        <translation>
            <numerusform>已将 %n 行复制为 JSON Lines</numerusform>
        </translation>
    </message>
    <message>
        <source>Showing rows %1–%2</source>
        <translation>显示第 %1–%2 行</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TargetCard</name>
    <message>
        <source>Weights of the Hugging Face folder</source>
        <translation>Hugging Face 文件夹的权重</translation>
    </message>
    <message>
        <source>As the base</source>
        <translation>与基座相同</translation>
    </message>
    <message>
        <source>GGUF types</source>
        <translation>GGUF 类型</translation>
    </message>
    <message>
        <source>merged; loads in transformers, vLLM</source>
        <translation>已合并；可用 transformers、vLLM 加载</translation>
    </message>
    <message>
        <source>needs the base model</source>
        <translation>需要基座模型</translation>
    </message>
    <message>
        <source>this one trained no adapter</source>
        <translation>这次训练没有适配器</translation>
    </message>
    <message>
        <source>llama.cpp, Ollama, laptops</source>
        <translation>llama.cpp、Ollama、笔记本电脑</translation>
    </message>
    <message numerus="yes">
        <source>%n type(s)</source>
        <translation>
            <numerusform>%n 种类型</numerusform>
        </translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>与训练相同</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TextReader</name>
    <message>
        <source>Copy the whole text</source>
        <translation>复制全文</translation>
    </message>
    <message>
        <source>Close the reader</source>
        <translation>关闭阅读窗格</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>What happened to the row</source>
        <translation>此行的变化过程</translation>
    </message>
    <message numerus="yes">
        <source>row %1 · %n character(s)</source>
        <translation>
            <numerusform>第 %1 行 · %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>No value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Row %1 of the version before</source>
        <translation>前一版本的第 %1 行</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>%1, %2: %3 became %4</source>
        <translation>%1，%2：%3 变为 %4</translation>
    </message>
    <message>
        <source>%1 dropped it: %2</source>
        <translation>%1 删除了此行：%2</translation>
    </message>
    <message>
        <source>No step touched it.</source>
        <translation>没有步骤改动此行。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TierCard</name>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Largest of the catalogue that fits</source>
        <translation>目录中放得下的最大模型</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TimeCard</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>A few real steps show how long it takes and what it holds in memory.</source>
        <translation>实际跑几步，就知道要多久、占多少内存。</translation>
    </message>
    <message>
        <source>%1 · done at %2 · %3 tokens/s</source>
        <translation>%1 · %2 完成 · 每秒 %3 个词元</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Training, %1 steps</source>
        <translation>训练，%1 步</translation>
    </message>
    <message numerus="yes">
        <source>Evaluation, %n time(s)</source>
        <translation>
            <numerusform>评估，%n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::TokenLegend</name>
    <message>
        <source>Trained</source>
        <translation>参与训练</translation>
    </message>
    <message>
        <source>Prompt, not trained</source>
        <translation>提示，不参与训练</translation>
    </message>
    <message>
        <source>Special token</source>
        <translation>特殊词元</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>已截断</translation>
    </message>
    <message>
        <source>Click a token for its id</source>
        <translation>点击词元查看编号</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TrainPage</name>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Open RUN.yaml</source>
        <translation>打开 RUN.yaml</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Save the draft as a preset</source>
        <translation>把草稿存为预设</translation>
    </message>
    <message>
        <source>Save RUN.yaml</source>
        <translation>保存 RUN.yaml</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>复制命令行</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>草稿已保存 %1</translation>
    </message>
    <message>
        <source>Saved the preset %1</source>
        <translation>已保存预设 %1</translation>
    </message>
    <message>
        <source>New runs can begin from it.</source>
        <translation>新的运行可以由它开始。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Run descriptions (*.yaml *.yml)</source>
        <translation>运行描述 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Not needed here: %1</source>
        <translation>这里不需要：%1</translation>
    </message>
    <message>
        <source>Some keys of %1 are not needed</source>
        <translation>%1 中有些键不需要</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of %1 have no counterpart and are left out</source>
        <translation>
            <numerusform>%1 中有 %n 个键没有对应项，已略去</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>anneal train runs it.</source>
        <translation>可用 anneal train 运行。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copied the command line</source>
        <translation>已复制命令行</translation>
    </message>
    <message>
        <source>Paste it into a terminal; the whole description is in it.</source>
        <translation>粘贴到终端即可，完整描述都在其中。</translation>
    </message>
    <message>
        <source>%1 has started</source>
        <translation>%1 已开始</translation>
    </message>
    <message>
        <source>Close the window and it goes on.</source>
        <translation>关闭窗口也会继续运行。</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TrialResult</name>
    <message>
        <source>Back to the cases</source>
        <translation>返回用例</translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation>复制结果</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Judged cases</source>
        <translation>已评用例</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>Stood at</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>不相上下</translation>
    </message>
    <message>
        <source>The same: %1</source>
        <translation>不相上下：%1</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TrialView</name>
    <message>
        <source>Back to the cases</source>
        <translation>返回用例</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Expected answer</source>
        <translation>期望回答</translation>
    </message>
    <message>
        <source>Waiting for the next pair of answers</source>
        <translation>等待下一组回答</translation>
    </message>
    <message>
        <source>A is better</source>
        <translation>A 更好</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>不相上下</translation>
    </message>
    <message>
        <source>B is better</source>
        <translation>B 更好</translation>
    </message>
    <message>
        <source>Answer A</source>
        <translation>回答 A</translation>
    </message>
    <message>
        <source>Answer B</source>
        <translation>回答 B</translation>
    </message>
    <message>
        <source>Answered cases</source>
        <translation>已回答的用例</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>已回答 %1 / %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Case %1 of %2</source>
        <translation>用例 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 judged</source>
        <translation>已评 %1 / %2</translation>
    </message>
    <message>
        <source>Paused before all were answered</source>
        <translation>已暂停，尚未全部回答</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>没有回答：%1</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>回答为空。</translation>
    </message>
    <message>
        <source>Choose %1 and %2 in the conversation first</source>
        <translation>请先在对话中选择 %1 和 %2</translation>
    </message>
</context>
<context>
    <name>anneal::pages::TurnView</name>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>What you asked</source>
        <translation>你的提问</translation>
    </message>
    <message>
        <source>Change the prompt and ask anew</source>
        <translation>修改提示词并重新提问</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Was not asked</source>
        <translation>未提问</translation>
    </message>
</context>
<context>
    <name>anneal::pages::VerdictCard</name>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
</context>
<context>
    <name>anneal::pages::VersionsPanel</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Close the versions</source>
        <translation>关闭版本</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>anneal::pages::Wizard</name>
    <message>
        <source>Start a run that is going to stop?</source>
        <translation>这个运行会中途停止，仍要启动吗？</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>仍然启动</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The draft stays</source>
        <translation>草稿会保留</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Save RUN.yaml</source>
        <translation>保存 RUN.yaml</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>开始运行</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>The data is being prepared</source>
        <translation>正在准备数据</translation>
    </message>
    <message>
        <source>Memory at most, estimated from shapes</source>
        <translation>最多占用的内存，按结构估算</translation>
    </message>
    <message>
        <source>Disk for checkpoints and the result</source>
        <translation>检查点与结果占用的磁盘</translation>
    </message>
</context>
<context>
    <name>anneal::shell::BeginStep</name>
    <message>
        <source>Your own data</source>
        <translation>自己的数据</translation>
    </message>
    <message>
        <source>A table, JSON lines or a folder of text; what it is for is found by itself.</source>
        <translation>表格、JSON Lines 或文本文件夹；用途会自动识别。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>先四处看看</translation>
    </message>
    <message>
        <source>Opening the demo</source>
        <translation>正在打开演示</translation>
    </message>
    <message>
        <source>Train it now</source>
        <translation>立即训练</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>The demo is ready</source>
        <translation>演示已就绪</translation>
    </message>
    <message>
        <source>The demo project</source>
        <translation>演示项目</translation>
    </message>
    <message>
        <source>The table is cleaned and the base model is in place. Training takes about a minute.</source>
        <translation>表格已清洗，基础模型已就位。训练约需一分钟。</translation>
    </message>
    <message>
        <source>A messy table of contract clauses and a small base model: the whole loop, about a minute.</source>
        <translation>一份杂乱的合同条款表和一个小型基础模型：完整流程，约一分钟。</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>正在读取表格</translation>
    </message>
</context>
<context>
    <name>anneal::shell::BellButton</name>
    <message numerus="yes">
        <source>Notifications: %n new</source>
        <translation>
            <numerusform>通知：%n 条新消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>anneal::shell::BellList</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>When a run ends or a job fails, it is told here until you clear it.</source>
        <translation>运行结束或任务失败时会显示在这里，直到清除。</translation>
    </message>
</context>
<context>
    <name>anneal::shell::BellRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Take this off the list</source>
        <translation>从列表移除</translation>
    </message>
</context>
<context>
    <name>anneal::shell::JobTray</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已结束</translation>
    </message>
    <message>
        <source>Imports, exports and runs show here while they work, and afterwards what became of them.</source>
        <translation>导入、导出和运行在进行时显示在这里，结束后显示结果。</translation>
    </message>
</context>
<context>
    <name>anneal::shell::LookStep</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Both can be changed later.</source>
        <translation>以后都可以更改。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the desktop asks, or always the same.</source>
        <translation>跟随桌面，或固定一种。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
</context>
<context>
    <name>anneal::shell::MachineStep</name>
    <message>
        <source>Where data is to live</source>
        <translation>数据存放位置</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>更改位置</translation>
    </message>
    <message>
        <source>Data, runs and models live here</source>
        <translation>数据、运行和模型存放在这里</translation>
    </message>
    <message>
        <source>%1, with %2 free</source>
        <translation>%1，可用 %2</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>正在检测本机</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>检查本机</translation>
    </message>
    <message>
        <source>The training engine is started once, to see that it starts.</source>
        <translation>会启动一次训练引擎，以确认可用。</translation>
    </message>
</context>
<context>
    <name>anneal::shell::Palette</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>Nothing has these letters in its name</source>
        <translation>没有名称包含这些字符的项</translation>
    </message>
</context>
<context>
    <name>anneal::shell::PaletteModel</name>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>anneal::shell::ProjectButton</name>
    <message>
        <source>All projects</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>项目：%1</translation>
    </message>
    <message>
        <source>Choose, make or rename a project</source>
        <translation>选择、新建或重命名项目</translation>
    </message>
</context>
<context>
    <name>anneal::shell::ProjectMenu</name>
    <message>
        <source>It needs a name first</source>
        <translation>请先输入名称</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Name of a new project</source>
        <translation>新项目名称</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n 个数据集</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>全部项目</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>Its data sets and runs stay where they are</source>
        <translation>其中的数据集和运行保持不变</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>anneal::shell::ProjectRow</name>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>项目名称</translation>
    </message>
</context>
<context>
    <name>anneal::shell::QuestionSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>anneal::shell::SearchButton</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
</context>
<context>
    <name>anneal::shell::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>anneal::shell::StatusLine</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Processor: %1 busy</source>
        <translation>处理器：%1 占用</translation>
    </message>
    <message>
        <source>Memory %1 / %2 GiB</source>
        <translation>内存 %1 / %2 GiB</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>磁盘可用 %1</translation>
    </message>
    <message>
        <source>Free on the disk that holds data sets and runs</source>
        <translation>存放数据集与运行的磁盘的可用空间</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>显存 %1 / %2</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 W</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n 张 GPU</numerusform>
        </translation>
    </message>
    <message>
        <source>The mean of all GPUs</source>
        <translation>所有 GPU 的平均值</translation>
    </message>
</context>
<context>
    <name>anneal::shell::TrayButton</name>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n 个任务失败</numerusform>
        </translation>
    </message>
    <message>
        <source>No jobs running</source>
        <translation>没有运行中的任务</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>anneal::shell::TrayRow</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>重试 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>将 %1 从列表移除</translation>
    </message>
</context>
<context>
    <name>anneal::shell::Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Welcome to Anneal Studio</source>
        <translation>欢迎使用 Anneal Studio</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>anneal::shell::Window</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有更改已保存</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation>显示任务</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>显示通知</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>显示全部快捷键</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Close what lies on top</source>
        <translation>关闭最上层</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往%1</translation>
    </message>
</context>
</TS>
