/** What `npm run rules` prints when asked for help. */
export const HELP = `规则工具：核对、列出、比较、导入各区《人民政府工作规则》。

用法：
  npm run rules -- check [--district 区]              核对规则条目与公布的原文；有问题逐条列出文件和行号
  npm run rules -- --district 区 [--json]             列出该区全部规定（--edition 印发日期：只列一版）
  npm run rules -- diff 甲 乙 [--json]                比较两个区，或一个区的两版（如 linzi@2025-04-03）
  npm run rules -- impact 旧版 新版                   列出条文变化和涉及的在办事项、人员、时限
  npm run rules -- import 文件 --district 区 --name 名称 [--issued 印发日期]
                                                      导入规则原文（txt、docx），读不懂的逐行列出
  npm run rules -- scaffold --district 区             为导入的区写出规则条目草稿，补充后即可使用
  npm run rules -- load [--district 区]               核对 DATA_DIR 下导入的规则，重启后生效

“区”是规则目录名，如 linzi；新区可用任意小写字母、数字和连字符。
导入的规则存放在 DATA_DIR/rules/<区>/<印发日期>/（DATA_DIR 默认为 ./data）。
check --record 在核对无误后更新 src/rules/proofs.json，启动时据此免去重复核对。`;
