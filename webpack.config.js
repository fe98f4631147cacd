/** Two bundles: the extension (one page per contribution, shared chunks) and the shell of the local Azure DevOps. */
const fs = require('node:fs');
const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const { EsbuildPlugin } = require('esbuild-loader');
const webpack = require('webpack');

const root = __dirname;
const contributions = path.join(root, 'src/contributions');

/** The folders under contributions/ that are doors: they declare a contribution. */
const doors = fs
  .readdirSync(contributions, { withFileTypes: true })
  .filter(
    (entry) =>
      entry.isDirectory() && fs.existsSync(path.join(contributions, entry.name, 'contribution.json')),
  )
  .map((entry) => entry.name);

/** A door with an `ahead.ts` has a small script that runs before all others; both use the same modules. */
const aheadOf = (door) => `${door}-ahead`;
const hasAhead = (door) => fs.existsSync(path.join(contributions, door, 'ahead.ts'));
const entries = doors.flatMap((door) => {
  const page = path.join(contributions, door, 'index.tsx');
  if (!hasAhead(door)) return [[door, page]];
  const ahead = path.join(contributions, door, 'ahead.ts');
  return [
    [aheadOf(door), ahead],
    [door, { import: page, dependOn: aheadOf(door) }],
  ];
});

/** Scripts that wait for the style sheets would come too late to ask for anything ahead. */
class AheadFirst {
  apply(compiler) {
    compiler.hooks.compilation.tap('AheadFirst', (compilation) => {
      const { alterAssetTags } = HtmlWebpackPlugin.getCompilationHooks(compilation);
      alterAssetTags.tap('AheadFirst', (data) => {
        const { chunks } = data.plugin.options;
        const ahead = compilation.entrypoints.get(chunks[0]);
        if (chunks.length < 2 || !ahead) return data;
        for (const { attributes } of data.assetTags.scripts) {
          if (!ahead.getFiles().some((file) => attributes.src.endsWith(file))) continue;
          delete attributes.defer;
          attributes.async = true;
        }
        return data;
      });
    });
  }
}

/** What both bundles have in common. */
const shared = {
  mode: 'production',
  devtool: false,
  target: ['web', 'es2022'],
  resolve: {
    extensions: ['.tsx', '.ts', '.js'],
    // The SDK package hides its XDM module behind `exports`; the shell needs the very channel that pages use.
    alias: { 'azdo-xdm': path.join(root, 'node_modules/azure-devops-extension-sdk/esm/XDM.js') },
  },
  module: {
    rules: [
      // X6 is a package of modules whose imports leave out the ends of file names.
      { test: /node_modules[\\/]@antv[\\/].*\.js$/, resolve: { fullySpecified: false } },
      { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'transform' } },
      {
        test: /\.css$/,
        use: [MiniCssExtractPlugin.loader, { loader: 'css-loader', options: { sourceMap: false } }],
      },
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: { type: 'filesystem', cacheDirectory: path.join(root, 'node_modules/.cache/webpack') },
};

const minimize = { minimizer: [new EsbuildPlugin({ target: 'es2022', css: true, legalComments: 'none' })] };

const extension = {
  ...shared,
  name: 'extension',
  entry: Object.fromEntries(entries),
  output: {
    path: path.join(root, 'dist/extension'),
    filename: 'assets/[name].[contenthash:8].js',
    chunkFilename: 'assets/[name].[contenthash:8].js',
    // Pages live one folder down, and the gallery puts them anywhere: addresses are relative.
    publicPath: '../',
    clean: { keep: /^(static|vss-extension\.json)/ },
  },
  optimization: {
    ...minimize,
    // By page, webpack drops what another page needs of a chunk that both load: the packer of zips lost its tables.
    usedExports: 'global',
    splitChunks: {
      chunks: 'all',
      cacheGroups: {
        framework: {
          test: /node_modules[\\/](react|react-dom|scheduler|object-assign)[\\/]/,
          name: 'framework',
        },
      },
    },
  },
  plugins: [
    new MiniCssExtractPlugin({ filename: 'assets/[name].[contenthash:8].css' }),
    // One icon of azure-devops-ui pulls a 705 kB font: its style sheets are replaced by our few SVG glyphs.
    new webpack.NormalModuleReplacementPlugin(
      /(FabricIcons|FluentIcons)\.css$/,
      path.join(root, 'src/ui/icon-glyphs.css'),
    ),
    ...doors.map(
      (door) =>
        new HtmlWebpackPlugin({
          filename: `pages/${door}.html`,
          chunks: hasAhead(door) ? [aheadOf(door), door] : [door],
          template: path.join(root, 'static/page.html'),
          scriptLoading: 'defer',
        }),
    ),
    new AheadFirst(),
  ],
};

const shell = {
  ...shared,
  name: 'shell',
  entry: { shell: path.join(root, 'src/host/shell/index.tsx') },
  output: {
    path: path.join(root, 'dist/shell'),
    filename: '[name].js',
    publicPath: '/_static/',
    clean: true,
  },
  optimization: minimize,
  plugins: [
    new MiniCssExtractPlugin({ filename: '[name].css' }),
    new HtmlWebpackPlugin({
      filename: 'index.html',
      template: path.join(root, 'src/host/shell/index.html'),
      inject: false,
      minify: false,
    }),
  ],
};

module.exports = [extension, shell];
